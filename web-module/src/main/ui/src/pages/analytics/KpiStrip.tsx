import type { DeskKpis } from '../../lib/api/types';
import { amount, percent, words } from '../../lib/format';
import { useNow } from '../../lib/now';
import { countdown } from '../../lib/time';

/** The desk at a glance: profit, runs, the next gates. */
export function KpiStrip({ kpis }: { kpis: DeskKpis }) {
  const now = useNow();
  const runs = kpis.runs.reduce((sum, { runs: count }) => sum + count, 0);
  return (
    <dl className="figures figures-fit">
      {kpis.profits.map((profit) => (
        <div key={profit.currency} className="figure">
          <dt>Profit so far</dt>
          <dd className={profit.profit < 0 ? 'figure-value loss' : 'figure-value'}>
            {amount(profit.profit, profit.currency)}
            <span className="figure-note dim">
              {percent(profit.ratio)} of perfect foresight, {profit.settledRuns} settled
              {profit.simulated && ', simulated prices among them'}
            </span>
          </dd>
        </div>
      ))}
      <div className="figure">
        <dt>Bid runs</dt>
        <dd className="figure-value">
          {runs}
          <span className="figure-note dim">
            {kpis.runs.map(({ state, runs: count }) => `${count} ${words(state)}`).join(', ') || 'none yet'}
          </span>
        </dd>
      </div>
      {kpis.nextGates.map((gate) => (
        <div key={gate.productCode} className="figure">
          <dt>Next gate of {gate.productCode}</dt>
          <dd className="figure-value">
            {countdown(Date.parse(gate.gateClosure), now) ?? 'closed'}
            <span className="figure-note dim">for {gate.deliveryDate}</span>
          </dd>
        </div>
      ))}
      <div className="figure">
        <dt>Zones with prices</dt>
        <dd className="figure-value">
          {kpis.latestPrices.length}
          <span className="figure-note dim">
            newest for{' '}
            {kpis.latestPrices
              .map((price) => price.start.slice(0, 10))
              .toSorted()
              .at(-1) ?? 'no day'}
          </span>
        </dd>
      </div>
    </dl>
  );
}
