import { data, versioned, type Transport } from './transport';
import type { AssetChange, NewAsset, NewSite, SiteChange } from './types';

/** Sites and assets. */
export function portfolio({ client }: Transport) {
  const one = (id: string) => ({ params: { path: { id } } });
  const change = (id: string, etag: string) => ({ params: { path: { id }, header: { 'If-Match': etag } } });
  const once = (key: string) => ({ params: { header: { 'Idempotency-Key': key } } });
  return {
    sites: async () => (await data(client.GET('/api/v1/sites'))).items,
    site: (id: string) => versioned(client.GET('/api/v1/sites/{id}', one(id))),
    createSite: (body: NewSite, key: string) => data(client.POST('/api/v1/sites', { ...once(key), body })),
    changeSite: (id: string, etag: string, body: SiteChange) =>
      versioned(client.PATCH('/api/v1/sites/{id}', { ...change(id, etag), body })),
    deleteSite: (id: string, etag: string) => data(client.DELETE('/api/v1/sites/{id}', change(id, etag))),

    assets: async () => (await data(client.GET('/api/v1/assets'))).items,
    asset: (id: string) => versioned(client.GET('/api/v1/assets/{id}', one(id))),
    createAsset: (body: NewAsset, key: string) => data(client.POST('/api/v1/assets', { ...once(key), body })),
    changeAsset: (id: string, etag: string, body: AssetChange) =>
      versioned(client.PATCH('/api/v1/assets/{id}', { ...change(id, etag), body })),
    deleteAsset: (id: string, etag: string) => data(client.DELETE('/api/v1/assets/{id}', change(id, etag))),
  };
}
