import { data, type Transport } from './transport';
import type { NewRuleSet } from './types';

/** Gates, and the rules of what is traded. */
export function markets({ client }: Transport) {
  const product = (code: string) => ({ path: { code } });
  return {
    gates: async () => (await data(client.GET('/api/v1/gates'))).items,
    ruleSets: async (code: string) =>
      (await data(client.GET('/api/v1/products/{code}/rule-sets', { params: product(code) }))).items,
    /** @param idempotencyKey the same for every repetition of one press of the button */
    addRuleSet: (code: string, body: NewRuleSet, idempotencyKey: string) =>
      data(
        client.POST('/api/v1/products/{code}/rule-sets', {
          body,
          params: { ...product(code), header: { 'Idempotency-Key': idempotencyKey } },
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
