import type { ReactNode } from 'react';
import type { Money } from '../../lib/api/types';
import { ABSENT, amount, decimal, percent } from '../../lib/format';

/** What the day earned and what it could have earned. */
export function MoneyFigures({ money }: { money: Money }) {
  const { currency } = money;
  return (
    <section className="money" aria-label="Money">
      <dl className="figures">
        <Figure
          title="Profit"
          value={decimal(money.profit, 2)}
          unit={currency}
          negative={isLoss(money.profit)}
        >
          expected {amount(money.expectedProfit, currency)}
        </Figure>
        <Figure title="Perfect foresight" value={decimal(money.perfectForesightProfit, 2)} unit={currency}>
          the best plan in hindsight
        </Figure>
        <Figure title="Captured" value={ratioText(money.ratio)} unit="%" negative={isLoss(money.ratio)}>
          of perfect foresight
        </Figure>
        <Figure
          title="Undeliverable"
          value={decimal(money.undeliverableMwh, 3)}
          unit="MWh"
          negative={money.undeliverableMwh > 0}
        >
          settled for {amount(money.undeliverableRevenue, currency)}
        </Figure>
      </dl>
      <p className="money-details dim">
        Market revenue <b>{amount(money.marketRevenue, currency)}</b> · residual{' '}
        <b>{amount(money.residualRevenue, currency)}</b> · degradation cost{' '}
        <b>{amount(money.degradationCost, currency)}</b>
      </p>
    </section>
  );
}

interface FigureProps {
  readonly title: string;
  readonly value: string;
  readonly unit: string;
  readonly negative?: boolean;
  readonly children: ReactNode;
}

function Figure({ title, value, unit, negative, children }: FigureProps) {
  return (
    <div className="figure">
      <dt>{title}</dt>
      <dd>
        <span className={negative ? 'figure-value loss' : 'figure-value'}>{value}</span>{' '}
        <span className="unit">{unit}</span>
        <span className="figure-note dim">{children}</span>
      </dd>
    </div>
  );
}

function isLoss(value: number | undefined): boolean {
  return value !== undefined && value < 0;
}

function ratioText(ratio: number | undefined): string {
  return ratio === undefined ? ABSENT : percent(ratio).replace(' %', '');
}
