import type { AuditEntry } from '../../lib/api/types';

export type Change = AuditEntry['values'][number];

/** What changed comes first, then what stayed as it was. Secrets come masked from the server. */
export function inOrder(values: readonly Change[]): Change[] {
  return values.toSorted((left, right) => Number(isSame(left)) - Number(isSame(right)));
}

export function isSame({ before, after }: Change): boolean {
  return before === after;
}
