import type { BidRunPeriod } from '../../lib/api/types';

/** The lines of the chart, in drawing order. `key` names the colour (`--chart-key`) as well. */
export const SERIES = [
  { key: 'published', label: 'Published price', scale: 'price', digits: 2 },
  { key: 'forecast', label: 'Forecast', scale: 'price', digits: 2 },
  { key: 'delivered', label: 'Delivered', scale: 'mw', digits: 3 },
  { key: 'plan', label: 'Plan', scale: 'mw', digits: 3 },
  { key: 'perfect', label: 'Perfect foresight', scale: 'mw', digits: 3 },
  { key: 'planCharge', label: 'State of charge, planned', scale: 'mwh', digits: 2 },
  { key: 'charge', label: 'State of charge', scale: 'mwh', digits: 2 },
] as const;

export type SeriesKey = (typeof SERIES)[number]['key'];
export type ScaleKey = (typeof SERIES)[number]['scale'];

const VALUE: Record<SeriesKey, (period: BidRunPeriod) => number | undefined> = {
  published: (period) => period.publishedPrice,
  forecast: (period) => period.forecastPrice,
  delivered: (period) => period.deliveredMw,
  plan: (period) => period.planMw,
  perfect: (period) => period.perfectForesightMw,
  planCharge: (period) => period.planStateOfChargeMwh,
  charge: (period) => period.stateOfChargeMwh,
};

export function valueOf(key: SeriesKey, period: BidRunPeriod): number | undefined {
  return VALUE[key](period);
}

export interface ChartData {
  /** Bounds of the periods, epoch seconds: one more than there are periods. */
  readonly bounds: readonly number[];
  /** One value per bound. A rate holds from its bound on; a state of charge is the one at its bound. */
  readonly values: Record<SeriesKey, (number | null)[]>;
}

/** @param startMwh state of charge before the first period; null where it is not known */
export function chartData(periods: readonly BidRunPeriod[], startMwh: number | null = null): ChartData {
  const bounds = periods.map((period) => Date.parse(period.start) / 1000);
  const last = periods.at(-1);
  if (last !== undefined) {
    bounds.push(Date.parse(last.end) / 1000);
  }
  const column = (key: SeriesKey, scale: ScaleKey): (number | null)[] => {
    const values = periods.map((period) => VALUE[key](period) ?? null);
    if (scale === 'mwh') {
      return [values.some((value) => value !== null) ? startMwh : null, ...values];
    }
    return [...values, values.at(-1) ?? null];
  };
  return {
    bounds,
    values: Object.fromEntries(
      SERIES.map(({ key, scale }) => [key, column(key, scale)]),
    ) as ChartData['values'],
  };
}

/** Index of the period that holds `instant` (epoch seconds); the last one for its end; undefined outside. */
export function periodAt(bounds: readonly number[], instant: number): number | undefined {
  const last = bounds.length - 2;
  if (last < 0 || instant < (bounds[0] ?? 0) || instant > (bounds[last + 1] ?? 0)) {
    return undefined;
  }
  const next = bounds.findIndex((bound) => bound > instant);
  return next < 0 ? last : next - 1;
}

/** Part of the chart's height, from the bottom, that a scale's own range takes. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/** Range of the whole chart's height on a scale whose values `[low, high]` are to fill the band. */
export function rangeInBand(low: number, high: number, band: Band): [number, number] {
  const perHeight = (high - low) / (band.to - band.from);
  const bottom = low - perHeight * band.from;
  return [bottom, bottom + perHeight];
}

/** Lowest and highest of the values on a scale, widened to something that can be drawn. */
export function extent(data: ChartData, scale: ScaleKey): [number, number] | undefined {
  const values = SERIES.filter((series) => series.scale === scale)
    .flatMap((series) => data.values[series.key])
    .filter((value) => value !== null);
  if (values.length === 0) {
    return undefined;
  }
  const low = Math.min(...values);
  const high = Math.max(...values);
  switch (scale) {
    case 'price':
      return padded(low, high);
    case 'mw': {
      const reach = Math.max(Math.abs(low), Math.abs(high), 0.1);
      return [-reach * 1.02, reach * 1.02];
    }
    case 'mwh':
      return [0, Math.max(high, 0.1) * 1.02];
  }
}

function padded(low: number, high: number): [number, number] {
  const room = Math.max((high - low) * 0.06, 0.5);
  return [low - room, high + room];
}

/** Round values within `[low, high]`, about `count` of them. */
export function roundTicks(low: number, high: number, count: number): number[] {
  const rough = (high - low) / Math.max(1, count);
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * magnitude >= rough) ?? 10) * magnitude;
  const ticks: number[] = [];
  for (let tick = Math.ceil(low / step); tick * step <= high + step * 1e-9; tick += 1) {
    ticks.push(Number((tick * step).toPrecision(12)));
  }
  return ticks;
}
