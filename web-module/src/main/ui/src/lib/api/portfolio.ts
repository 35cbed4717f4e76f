import { data, everyPage, LARGEST_PAGE, versioned, type Transport } from './transport';
import type { AssetChange, NewAsset, NewSite, SiteChange } from './types';

/** Sites and assets. */
export function portfolio({ client }: Transport) {
  const one = (id: string) => ({ params: { path: { id } } });
  const change = (id: string, etag: string) => ({
    params: { path: { id }, header: { 'If-Match': etag } },
  });
  const patch = { headers: { 'Content-Type': 'application/merge-patch+json' } };
  const paged = (cursor: string | undefined) => ({
    params: { query: { limit: LARGEST_PAGE, ...(cursor !== undefined && { cursor }) } },
  });
  const once = (key: string) => ({ params: { header: { 'Idempotency-Key': key } } });
  return {
    sites: () => everyPage((cursor) => data(client.GET('/api/v1/sites', paged(cursor)))),
    site: (id: string) => versioned(client.GET('/api/v1/sites/{id}', one(id))),
    createSite: (body: NewSite, key: string) => data(client.POST('/api/v1/sites', { ...once(key), body })),
    changeSite: (id: string, etag: string, body: SiteChange) =>
      versioned(client.PATCH('/api/v1/sites/{id}', { ...change(id, etag), ...patch, body })),
    deleteSite: (id: string, etag: string) => data(client.DELETE('/api/v1/sites/{id}', change(id, etag))),

    assets: () => everyPage((cursor) => data(client.GET('/api/v1/assets', paged(cursor)))),
    asset: (id: string) => versioned(client.GET('/api/v1/assets/{id}', one(id))),
    createAsset: (body: NewAsset, key: string) => data(client.POST('/api/v1/assets', { ...once(key), body })),
    changeAsset: (id: string, etag: string, body: AssetChange) =>
      versioned(client.PATCH('/api/v1/assets/{id}', { ...change(id, etag), ...patch, body })),
    deleteAsset: (id: string, etag: string) => data(client.DELETE('/api/v1/assets/{id}', change(id, etag))),
  };
}
