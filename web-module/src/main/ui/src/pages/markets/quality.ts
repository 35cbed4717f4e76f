import type { DataQualityQuery, Product, QualityFinding, SeriesQuality } from '../../lib/api/types';

export type QualityKind = QualityFinding['kind'];

/** What is asked about. */
export type Question = Pick<DataQualityQuery, 'product' | 'zone' | 'firstDeliveryDate' | 'lastDeliveryDate'>;

/** In the order in which they are shown. */
export const KINDS: readonly { readonly kind: QualityKind; readonly title: string }[] = [
  { kind: 'gap', title: 'Gaps' },
  { kind: 'duplicate', title: 'Duplicates' },
  { kind: 'revision', title: 'Revisions' },
  { kind: 'late', title: 'Late' },
  { kind: 'late-correction', title: 'Late corrections' },
  { kind: 'out-of-range', title: 'Out of range' },
  { kind: 'frozen', title: 'Frozen' },
  { kind: 'clock-change', title: 'Clock change' },
];

const DAY = 86_400_000;
const DAYS_BEFORE = 6;
const MOST_DAYS = 366;

/** The week that ends tomorrow, which the next gate is about. */
export function firstQuestion(product: Product, now: number): Question {
  return {
    product: product.code,
    zone: product.zoneCodes[0] ?? '',
    firstDeliveryDate: dayOf(now - DAYS_BEFORE * DAY),
    lastDeliveryDate: dayOf(now + DAY),
  };
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** Why a question cannot be asked; undefined where it can. */
export function objection({ zone, firstDeliveryDate, lastDeliveryDate }: Question): string | undefined {
  if (zone === '') {
    return 'The product has no zone.';
  }
  if (firstDeliveryDate === '' || lastDeliveryDate === '') {
    return 'Choose the first and the last day.';
  }
  const days = (Date.parse(lastDeliveryDate) - Date.parse(firstDeliveryDate)) / DAY + 1;
  if (days < 1) {
    return 'The last day is before the first.';
  }
  return days > MOST_DAYS ? 'Choose at most 366 days.' : undefined;
}

/** How many periods a kind was found in. */
export function periodsOf(series: SeriesQuality, kind: QualityKind): number {
  return series.counts.find((count) => count.kind === kind)?.periods ?? 0;
}

/** How many findings are not listed. */
export function unlisted(series: SeriesQuality): number {
  const all = series.counts.reduce((sum, count) => sum + count.findings, 0);
  return all - series.findings.length;
}
