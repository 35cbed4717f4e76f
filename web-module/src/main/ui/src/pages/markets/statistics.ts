import type { Coverage, DurationCurve } from '../../lib/api/types';
import { dayAfter, isDay, objectionToDays, type DeliveryDays } from '../../lib/days';
import { addressOf } from '../../lib/route';
import { MOST_DAYS } from '../analytics/question';

/** What is asked about. The first zone of a spread is the one that stands before the other here. */
export interface Question extends DeliveryDays {
  readonly zone: string[];
}

/** One for each colour of the chart. */
export const MOST_ZONES = 8;

const DAYS = 30;

/** So many points are asked for that their shares are round: every fifth of a percent. */
export const CURVE_POINTS = 501;

/** Shares of the time in percent, at which all curves are drawn. */
export const PERCENTS: readonly number[] = Array.from(
  { length: CURVE_POINTS },
  (_, place) => (place * 100) / (CURVE_POINTS - 1),
);

const ROUNDING = 1e-6;

/** The question that an address carries; what is missing or no day is empty. */
export function questionOf(query: URLSearchParams): Question {
  const day = (name: string) => {
    const text = query.get(name) ?? '';
    return isDay(text) ? text : '';
  };
  return {
    product: query.get('product') ?? '',
    zone: [...new Set(query.getAll('zone'))],
    firstDeliveryDate: day('firstDeliveryDate'),
    lastDeliveryDate: day('lastDeliveryDate'),
  };
}

/** The page with this question. */
export function addressFor({ product, zone, firstDeliveryDate, lastDeliveryDate }: Question): string {
  const query = new URLSearchParams({ product });
  for (const each of zone) {
    query.append('zone', each);
  }
  query.append('firstDeliveryDate', firstDeliveryDate);
  query.append('lastDeliveryDate', lastDeliveryDate);
  return addressOf('markets', 'statistics', query);
}

/** The last thirty days that have prices, or as many as there are; undefined without prices. */
export function lastDays(product: string, zone: string[], coverage: Coverage): Question | undefined {
  const { firstDeliveryDate: first, lastDeliveryDate: last } = coverage;
  if (first === undefined || last === undefined) {
    return undefined;
  }
  const from = dayAfter(last, 1 - DAYS);
  return { product, zone, firstDeliveryDate: from < first ? first : from, lastDeliveryDate: last };
}

/** Why a question cannot be asked; undefined where it can. */
export function objection(question: Question): string | undefined {
  if (question.zone.length === 0) {
    return 'Choose at least one zone.';
  }
  if (question.zone.length > MOST_ZONES) {
    return `Choose at most ${MOST_ZONES} zones.`;
  }
  return objectionToDays(question, MOST_DAYS);
}

/**
 * A curve at each of {@link PERCENTS}; null without prices. A price of an exact curve holds from the share before its
 * own to its own; that of a sample is asked for where it was taken.
 */
export function pricesOf({ share, price }: DurationCurve): (number | null)[] {
  let at = 0;
  return PERCENTS.map((percent) => {
    while (at < share.length - 1 && (share[at] ?? 1) < percent / 100 - ROUNDING) {
      at += 1;
    }
    return price[at] ?? null;
  });
}
