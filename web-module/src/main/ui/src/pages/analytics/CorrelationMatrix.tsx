import type { CorrelationReport } from '../../lib/api/types';
import { ABSENT, decimal } from '../../lib/format';
import { Freshness } from './Freshness';

/** Pearson's correlation of hourly prices as a heat map; the number stands in each cell, so colour is not needed. */
export function CorrelationMatrix({ report }: { report: CorrelationReport }) {
  const { zoneCodes, items } = report;
  const pairOf = (one: string, other: string) =>
    items.find(
      (pair) =>
        (pair.zoneCode === one && pair.otherZoneCode === other) ||
        (pair.zoneCode === other && pair.otherZoneCode === one),
    );
  return (
    <section className="panel section" aria-labelledby="correlation-title">
      <h2 id="correlation-title">Correlation of hourly prices</h2>
      <Freshness answer={report} />
      <div className="table-scroll" role="region" aria-label="Correlation" tabIndex={0}>
        <table className="matrix">
          <thead>
            <tr>
              <td />
              {zoneCodes.map((zone) => (
                <th key={zone} scope="col">
                  {zone}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {zoneCodes.map((row) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {zoneCodes.map((column) => {
                  const pair = pairOf(row, column);
                  return (
                    <td
                      key={column}
                      title={`${row} and ${column}: ${pair?.hours ?? 0} hours with both prices`}
                      style={shade(pair?.correlation)}
                    >
                      {pair?.correlation === undefined ? ABSENT : decimal(pair.correlation, 2)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Stronger the farther from zero; of one colour above zero and of another below. */
function shade(correlation: number | undefined): React.CSSProperties | undefined {
  if (correlation === undefined) {
    return undefined;
  }
  const colour = correlation < 0 ? 'var(--heat-low)' : 'var(--heat-high)';
  const strength = Math.round(Math.abs(correlation) * 100);
  return { background: `color-mix(in srgb, ${colour} ${strength}%, transparent)` };
}
