import { data, LARGEST_PAGE, type Transport } from './transport';
import type { DataQualityQuery, FileKind, FileReport, NewRuleSet } from './types';

/** Gates, the rules of what is traded, and files and quality of market data. */
export function markets({ client }: Transport) {
  const product = (code: string) => ({ path: { code } });
  return {
    gates: async () => (await data(client.GET('/api/v1/gates'))).items,
    ruleSets: async (code: string) =>
      (await data(client.GET('/api/v1/products/{code}/rule-sets', { params: product(code) }))).items,
    /** @param to last delivery day, included */
    calendar: async (code: string, from: string, to: string) =>
      (
        await data(
          client.GET('/api/v1/products/{code}/calendar', {
            params: { ...product(code), query: { from, to } },
          }),
        )
      ).items,
    /** @param idempotencyKey the same for every repetition of one press of the button */
    addRuleSet: (code: string, body: NewRuleSet, idempotencyKey: string) =>
      data(
        client.POST('/api/v1/products/{code}/rule-sets', {
          body,
          params: { ...product(code), header: { 'Idempotency-Key': idempotencyKey } },
        }),
      ),
    sources: async () => (await data(client.GET('/api/v1/market-data/sources'))).items,
    files: async () =>
      (await data(client.GET('/api/v1/market-data/files', { params: { query: { limit: LARGEST_PAGE } } })))
        .items,
    /** A large one takes its time: it is waited for as long as the server works. */
    importFile: (kind: FileKind, file: File): Promise<FileReport> =>
      data(
        client.POST('/api/v1/market-data/files', {
          params: { query: { kind } },
          body: '',
          bodySerializer: () => file,
          headers: { 'Content-Type': mediaType(file.name) },
        }),
      ),
    quarantine: (id: string, cursor: string | undefined) =>
      data(
        client.GET('/api/v1/market-data/files/{id}/quarantine', {
          params: { path: { id }, query: { limit: LARGEST_PAGE, ...(cursor !== undefined && { cursor }) } },
        }),
      ),
    quality: (query: DataQualityQuery) =>
      data(client.GET('/api/v1/market-data/quality', { params: { query } })),
    qualityFile: (query: DataQualityQuery, mediaType: string): Promise<Blob> =>
      data(
        client.GET('/api/v1/market-data/quality', {
          params: { query },
          headers: { Accept: mediaType },
          parseAs: 'blob',
        }),
      ),
    endRuleSet: (code: string, validFrom: string, validTo: string) =>
      data(
        client.POST('/api/v1/products/{code}/rule-sets/{validFrom}/end', {
          body: { validTo },
          params: { path: { code, validFrom } },
        }),
      ),
  };
}

/** By the end of a name; the server looks at the first bytes besides. */
function mediaType(name: string): string {
  const ends: Record<string, string> = {
    gz: 'application/gzip',
    zip: 'application/zip',
    xml: 'application/xml',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };
  return ends[name.toLowerCase().split('.').at(-1) ?? ''] ?? 'text/csv';
}
