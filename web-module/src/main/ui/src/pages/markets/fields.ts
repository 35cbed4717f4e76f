import type { NewRuleSet, RuleSet, RuleSource } from '../../lib/api/types';
import { documentOf, type Field, type Texts } from '../../lib/form';

const GATE_HINT = 'D-1 12:00, or so long before delivery: PT45M';

export const RULE_FIELDS: readonly Field[] = [
  {
    path: 'validFrom',
    label: 'First delivery day',
    kind: 'text',
    hint: 'Its gate must still be to close: 2027-04-01',
  },
  { path: 'validTo', label: 'First day after', kind: 'text', optional: true, hint: 'Open-ended without' },
  { path: 'timeZone', label: 'Time zone', kind: 'text', hint: 'Decides the trading day' },
  { path: 'periodMinutes', label: 'Period', unit: 'min', kind: 'choice', choices: ['15', '30', '60'] },
  { path: 'currency', label: 'Currency', kind: 'text' },
  {
    path: 'sessionMinutes',
    label: 'Session',
    unit: 'min',
    kind: 'integer',
    optional: true,
    hint: 'The day without',
  },
  { path: 'gateOpening', label: 'Gate opens', kind: 'text', optional: true, hint: GATE_HINT },
  { path: 'gateClosure', label: 'Gate closes', kind: 'text', hint: GATE_HINT },
  { path: 'results', label: 'Results', kind: 'text', optional: true, hint: GATE_HINT },
  { path: 'minPrice', label: 'Lowest price', unit: 'per MWh', kind: 'decimal' },
  { path: 'maxPrice', label: 'Highest price', unit: 'per MWh', kind: 'decimal' },
  { path: 'priceTick', label: 'Price step', unit: 'per MWh', kind: 'decimal' },
  { path: 'minQuantityMw', label: 'Smallest order', unit: 'MW', kind: 'decimal', optional: true },
  { path: 'maxQuantityMw', label: 'Largest order', unit: 'MW', kind: 'decimal', optional: true },
  { path: 'quantityStepMw', label: 'Quantity step', unit: 'MW', kind: 'decimal' },
  { path: 'curve', label: 'Curve', kind: 'choice', choices: ['step', 'linear'] },
  { path: 'maxCurvePoints', label: 'Points of a curve', kind: 'integer', optional: true, hint: 'At most' },
];

export const ORDER_KINDS: readonly RuleSet['orderKinds'][number][] = [
  'curve',
  'single',
  'block',
  'profile-block',
  'linked-block',
  'exclusive-group',
  'three-part-offer',
  'energy-only-offer',
  'energy-bid',
  'fixed',
  'variable',
  'price-taking',
  'price-sensitive',
  'increment',
  'decrement',
  'generator-offer',
  'simple',
  'multipart',
  'inclusive-group',
  'linked',
];

/** What the form has beside the fields. */
export interface Draft {
  readonly texts: Texts;
  readonly orderKinds: readonly string[];
  readonly sources: readonly RuleSource[];
}

/** @param draft whose fields are filled in as {@link RULE_FIELDS} ask for */
export function rulesOf({ texts, orderKinds, sources }: Draft): NewRuleSet {
  const fields = documentOf(RULE_FIELDS, texts) as Omit<
    NewRuleSet,
    'periodMinutes' | 'orderKinds' | 'sources'
  > & { periodMinutes: string };
  return {
    ...fields,
    periodMinutes: Number(fields.periodMinutes),
    orderKinds: [...orderKinds] as NewRuleSet['orderKinds'],
    sources: [...sources],
  };
}
