import { data, type Transport } from './transport';
import type { AnalyticsQuery, AnomalyQuery, MarketFiguresQuery } from './types';

/** Figures over long times, and the desk at a glance. */
export function analytics({ client }: Transport) {
  return {
    kpis: () => data(client.GET('/api/v1/analytics/kpis')),
    marketFigures: (query: MarketFiguresQuery) =>
      data(client.GET('/api/v1/analytics/market', { params: { query } })),
    marketFile: (query: MarketFiguresQuery, mediaType: string): Promise<Blob> =>
      data(
        client.GET('/api/v1/analytics/market', {
          params: { query },
          headers: { Accept: mediaType },
          parseAs: 'blob',
        }),
      ),
    anomalies: (query: AnomalyQuery) =>
      data(client.GET('/api/v1/analytics/anomalies', { params: { query } })),
    correlation: (query: AnalyticsQuery) =>
      data(client.GET('/api/v1/analytics/correlation', { params: { query } })),
  };
}
