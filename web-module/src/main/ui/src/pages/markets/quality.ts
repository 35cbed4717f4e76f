import type { DataQualityQuery, Product, QualityFinding, SeriesQuality } from '../../lib/api/types';
import { objectionToDays, type DeliveryDays } from '../../lib/days';

export type QualityKind = QualityFinding['kind'];

/** What is asked about. */
export interface Question extends DeliveryDays {
  readonly zone: string;
  /** From how many hours on a value may not stay the same, as it was typed; empty for the server's own measure. */
  readonly frozenHours: string;
}

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
const MOST_FROZEN_HOURS = 168;

/** What the server takes unless it is told. */
export const FROZEN_HOURS = 6;

/** The week that ends tomorrow, which the next gate is about. */
export function firstQuestion(product: Product, now: number): Question {
  return {
    product: product.code,
    zone: product.zoneCodes[0] ?? '',
    firstDeliveryDate: dayOf(now - DAYS_BEFORE * DAY),
    lastDeliveryDate: dayOf(now + DAY),
    frozenHours: '',
  };
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** Why a question cannot be asked; undefined where it can. */
export function objection(question: Question): string | undefined {
  if (question.zone === '') {
    return 'The product has no zone.';
  }
  return objectionToDays(question, MOST_DAYS) ?? objectionToHours(question.frozenHours.trim());
}

function objectionToHours(text: string): string | undefined {
  const hours = Number(text);
  const fits = text === '' || (/^\d+$/.test(text) && hours >= 1 && hours <= MOST_FROZEN_HOURS);
  return fits ? undefined : `A value is frozen from 1 to ${MOST_FROZEN_HOURS} whole hours on.`;
}

/** The question as the server takes it. */
export function queryOf({ frozenHours, ...question }: Question): DataQualityQuery {
  const text = frozenHours.trim();
  return { ...question, ...(text !== '' && { frozenHours: Number(text) }) };
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
