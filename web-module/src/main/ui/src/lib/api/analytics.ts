import { data, type Transport } from './transport';
import type {
  AnalyticsQuery,
  AnomalyQuery,
  CurveQuery,
  MarketFiguresQuery,
  SpreadsQuery,
  StatisticsQuery,
} from './types';

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
    priceStatistics: (query: StatisticsQuery) =>
      data(client.GET('/api/v1/market-data/statistics', { params: { query } })),
    durationCurve: (query: CurveQuery) =>
      data(client.GET('/api/v1/market-data/duration-curve', { params: { query } })),
    spreads: (query: SpreadsQuery) => data(client.GET('/api/v1/market-data/spreads', { params: { query } })),
    spreadsFile: (query: SpreadsQuery, mediaType: string): Promise<Blob> =>
      data(
        client.GET('/api/v1/market-data/spreads', {
          params: { query },
          headers: { Accept: mediaType },
          parseAs: 'blob',
        }),
      ),
  };
}
