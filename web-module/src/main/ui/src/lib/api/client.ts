import createClient from 'openapi-fetch';
import { ApiError } from './problem';
import type { paths } from './schema.gen';
import type { Session } from './session';
import type { Asset, BidRun, BidRunRequest, BidRunSummary, Coverage, Login, Product, Zone } from './types';

const PATIENCE_SECONDS = 20;

/** The console's one way to the server: every call is typed by the OpenAPI document and fails as an {@link ApiError}. */
export interface Api {
  login(email: string, password: string): Promise<Login>;
  assets(): Promise<Asset[]>;
  products(): Promise<Product[]>;
  zones(): Promise<Zone[]>;
  coverage(product: string, zone: string): Promise<Coverage>;
  runs(): Promise<BidRunSummary[]>;
  run(id: string, signal?: AbortSignal): Promise<BidRun>;
  /** @param idempotencyKey the same for every repetition of one press of the button, so that it starts one run */
  startRun(request: BidRunRequest, idempotencyKey: string): Promise<BidRun>;
  cancelRun(id: string): Promise<unknown>;
}

export function createApi(session: Session, baseUrl = new URL('.', document.baseURI).href): Api {
  const client = createClient<paths>({
    baseUrl: baseUrl.replace(/\/$/, ''),
    fetch: (request) => send(request, session),
  });
  return {
    login: (email, password) => data(client.POST('/api/v1/auth/login', { body: { email, password } })),
    assets: async () => (await data(client.GET('/api/v1/assets'))).items,
    products: async () => (await data(client.GET('/api/v1/products'))).items,
    zones: async () => (await data(client.GET('/api/v1/zones'))).items,
    coverage: (product, zone) =>
      data(client.GET('/api/v1/market-data/coverage', { params: { query: { product, zone } } })),
    runs: async () =>
      (await data(client.GET('/api/v1/bid-runs', { params: { query: { limit: 30 } } }))).items,
    run: (id, signal) =>
      data(client.GET('/api/v1/bid-runs/{id}', { params: { path: { id } }, ...(signal && { signal }) })),
    startRun: (body, idempotencyKey) =>
      data(
        client.POST('/api/v1/bid-runs', { body, params: { header: { 'Idempotency-Key': idempotencyKey } } }),
      ),
    cancelRun: (id) => data(client.POST('/api/v1/bid-runs/{id}/cancel', { params: { path: { id } } })),
  };
}

async function data<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}

async function send(request: Request, session: Session): Promise<Response> {
  const token = session.token;
  if (token !== undefined) {
    request.headers.set('Authorization', `Bearer ${token}`);
  }
  const response = await answer(request);
  if (response.ok) {
    return response;
  }
  const refusal = await ApiError.from(response);
  // The token that was refused may already have been replaced by a newer log-in.
  if (response.status === 401 && token !== undefined && session.token === token) {
    session.end('Your session has ended. Log in again to go on; runs go on without you.');
  }
  throw refusal;
}

async function answer(request: Request): Promise<Response> {
  const patience = AbortSignal.timeout(PATIENCE_SECONDS * 1000);
  try {
    return await fetch(request, { signal: AbortSignal.any([request.signal, patience]) });
  } catch (cause) {
    if (request.signal.aborted) {
      throw cause;
    }
    throw patience.aborted ? ApiError.silent(PATIENCE_SECONDS) : ApiError.unreachable();
  }
}
