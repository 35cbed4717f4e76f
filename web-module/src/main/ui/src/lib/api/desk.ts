import { data, type Transport } from './transport';
import type { BidRunRequest, NewAlert } from './types';

/** Alerts, markets and bid runs. */
export function desk({ client }: Transport) {
  return {
    alerts: async () => (await data(client.GET('/api/v1/alerts'))).items,
    raiseAlert: (body: NewAlert, idempotencyKey: string) =>
      data(
        client.POST('/api/v1/alerts', { body, params: { header: { 'Idempotency-Key': idempotencyKey } } }),
      ),
    withdrawAlert: (id: string) => data(client.DELETE('/api/v1/alerts/{id}', { params: { path: { id } } })),
    products: async () => (await data(client.GET('/api/v1/products'))).items,
    zones: async () => (await data(client.GET('/api/v1/zones'))).items,
    coverage: (product: string, zone: string) =>
      data(client.GET('/api/v1/market-data/coverage', { params: { query: { product, zone } } })),
    runs: async () =>
      (await data(client.GET('/api/v1/bid-runs', { params: { query: { limit: 30 } } }))).items,
    run: (id: string, signal?: AbortSignal) =>
      data(client.GET('/api/v1/bid-runs/{id}', { params: { path: { id } }, ...(signal && { signal }) })),
    /** @param idempotencyKey the same for every repetition of one press of the button, so that it starts one run */
    startRun: (body: BidRunRequest, idempotencyKey: string) =>
      data(
        client.POST('/api/v1/bid-runs', { body, params: { header: { 'Idempotency-Key': idempotencyKey } } }),
      ),
    cancelRun: (id: string) =>
      data(client.POST('/api/v1/bid-runs/{id}/cancel', { params: { path: { id } } })),
  };
}
