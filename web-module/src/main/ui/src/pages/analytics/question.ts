import type { DeskKpis, MarketFiguresQuery } from '../../lib/api/types';
import { dayAfter, lengthOf, objectionToDays, type DeliveryDays } from '../../lib/days';

export type Bucket = NonNullable<MarketFiguresQuery['bucket']>;

/** What is asked about. */
export interface Question extends DeliveryDays {
  readonly zone: string[];
  readonly bucket: Bucket;
}

export const MOST_ZONES = 50;

/** Ten years, with their leap days and both ends. */
export const MOST_DAYS = 3_661;

const DAYS = 30;
const ZONES = 4;
const LARGEST_HOURLY_DAYS = 62;

/** The last thirty days that have prices, of a few zones of the product that has most of them; undefined without prices. */
export function firstQuestion(kpis: DeskKpis): Question | undefined {
  const counts = new Map<string, number>();
  for (const { productCode } of kpis.latestPrices) {
    counts.set(productCode, (counts.get(productCode) ?? 0) + 1);
  }
  const product = [...counts].toSorted((left, right) => right[1] - left[1])[0]?.[0];
  if (product === undefined) {
    return undefined;
  }
  // The freshest zones: those whose prices end years ago are not looked at by default.
  const newest = kpis.latestPrices
    .filter((price) => price.productCode === product)
    .toSorted((left, right) => right.end.localeCompare(left.end));
  const last = newest[0]?.start.slice(0, 10) ?? '';
  return {
    product,
    zone: newest
      .filter((price) => price.start.slice(0, 10) === last)
      .slice(0, ZONES)
      .map((price) => price.zoneCode)
      .toSorted(),
    firstDeliveryDate: dayAfter(last, 1 - DAYS),
    lastDeliveryDate: last,
    bucket: 'day',
  };
}

/** Why a question cannot be asked; undefined where it can. */
export function objection(question: Question): string | undefined {
  const { zone, bucket } = question;
  if (zone.length === 0) {
    return 'Choose at least one zone.';
  }
  const wrong = objectionToDays(question, MOST_DAYS);
  if (wrong !== undefined) {
    return wrong;
  }
  return bucket === 'hour' && lengthOf(question) * zone.length > LARGEST_HOURLY_DAYS * ZONES
    ? 'That are too many hours for one table: take fewer days or zones, or sum up by day.'
    : undefined;
}
