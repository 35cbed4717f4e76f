import type { MarketRow } from '../../lib/api/types';

/** Means by zone over one axis of time, as uPlot takes them: seconds, and null where a zone has no price. */
export interface Lines {
  readonly zones: readonly string[];
  readonly starts: readonly number[];
  readonly means: readonly (readonly (number | null)[])[];
}

export function linesOf(rows: readonly MarketRow[]): Lines {
  const zones = [...new Set(rows.map((row) => row.zoneCode))];
  const starts = [...new Set(rows.map((row) => Date.parse(row.start) / 1000))].toSorted((a, b) => a - b);
  const places = new Map(starts.map((start, index) => [start, index]));
  const means = zones.map(() => starts.map((): number | null => null));
  for (const row of rows) {
    const line = means[zones.indexOf(row.zoneCode)];
    const place = places.get(Date.parse(row.start) / 1000);
    if (line !== undefined && place !== undefined) {
      line[place] = row.meanPrice;
    }
  }
  return { zones, starts, means };
}
