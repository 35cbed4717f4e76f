import { Button } from '@mantine/core';
import type { RuleSet, RuleSource } from '../../lib/api/types';
import { ABSENT, words } from '../../lib/format';

interface Props {
  readonly rules: RuleSet;
  /** Absent for who may not end them. */
  readonly onEnd?: () => void;
}

/** A rule set: each part with where it comes from. */
export function RuleSetPanel({ rules, onEnd }: Props) {
  const heading = `rules-${rules.validFrom}`;
  return (
    <section className="panel section" aria-labelledby={heading}>
      <header className="page-head">
        <h2 id={heading}>
          Delivery from {rules.validFrom}
          {rules.validTo !== undefined && ` to before ${rules.validTo}`}
        </h2>
        <span className="bar-space" />
        {onEnd !== undefined && (
          <Button size="compact-xs" variant="default" onClick={onEnd}>
            End…
          </Button>
        )}
      </header>
      <div className="table-scroll" role="region" aria-label={`Rules from ${rules.validFrom}`} tabIndex={0}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">Rule</th>
              <th scope="col">Verified</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {rules.sources.map((source) => (
              <tr key={source.of}>
                <th scope="row">{words(source.of)}</th>
                <td className="prose">{ruleOf(rules, source.of)}</td>
                <td>
                  <span className={`tag tag-${source.verified ? 'good' : 'wait'}`}>
                    {source.verified ? 'verified' : 'not verified'}
                  </span>
                </td>
                <td className="prose dim">
                  <bdi>{source.source}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What a part of the rules says, in words. */
export function ruleOf(rules: RuleSet, part: RuleSource['of']): string {
  const { priceUnit } = rules;
  switch (part) {
    case 'periods':
      return `${String(rules.periodMinutes)} min, day of ${rules.timeZone}, ${rules.currency}`;
    case 'gate':
      return gateOf(rules);
    case 'results':
      return rules.results ?? ABSENT;
    case 'price-range':
      return `${String(rules.minPrice)} to ${String(rules.maxPrice)} ${priceUnit}`;
    case 'price-tick':
      return `${String(rules.priceTick)} ${priceUnit}`;
    case 'quantity':
      return quantityOf(rules);
    case 'curve':
      return rules.curve;
    case 'curve-points':
      return rules.maxCurvePoints === undefined ? ABSENT : `at most ${String(rules.maxCurvePoints)}`;
    case 'order-kinds':
      return rules.orderKinds.map(words).join(', ');
  }
}

function gateOf({ gateOpening, gateClosure, sessionMinutes }: RuleSet): string {
  const sold = sessionMinutes === undefined ? 'the day' : `each session of ${String(sessionMinutes)} min`;
  const opening = gateOpening === undefined ? '' : `opens ${spoken(gateOpening)}, `;
  return `${opening}closes ${spoken(gateClosure)}; sells ${sold}`;
}

/** `D-1 12:00` as it is; `PT1H15M` as `1 h 15 min before delivery`. */
function spoken(time: string): string {
  const before = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(time);
  if (before === null) {
    return time;
  }
  const [, hours, minutes] = before;
  const parts = [hours !== undefined && `${hours} h`, minutes !== undefined && `${minutes} min`];
  return `${parts.filter(Boolean).join(' ')} before delivery`;
}

function quantityOf({ minQuantityMw, maxQuantityMw, quantityStepMw }: RuleSet): string {
  const range = [
    minQuantityMw !== undefined && `from ${String(minQuantityMw)}`,
    maxQuantityMw !== undefined && `to ${String(maxQuantityMw)}`,
  ].filter(Boolean);
  return `${[...range, `by ${String(quantityStepMw)}`].join(' ')} MW`;
}
