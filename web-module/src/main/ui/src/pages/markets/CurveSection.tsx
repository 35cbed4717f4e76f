import { useMemo } from 'react';
import { DataTable, type Column } from '../../components/DataTable';
import { LineChart, type Across } from '../../components/LineChart';
import type { DurationCurve } from '../../lib/api/types';
import { decimal } from '../../lib/format';
import { PERCENTS, pricesOf } from './statistics';

const ACROSS: Across = { labels: (splits) => splits.map((value) => `${value} %`) };

/** Every twentieth of the time stands in the table. */
const ROW_EVERY = (PERCENTS.length - 1) / 20;

/** For how much of the time the price was at least so much: one line for each zone. */
export function CurveSection({ curves }: { curves: readonly DurationCurve[] }) {
  const unit = curves[0]?.unit ?? '';
  const zones = useMemo(() => curves.map(({ zoneCode }) => zoneCode), [curves]);
  const prices = useMemo(() => curves.map(pricesOf), [curves]);
  const simulated = new Set(curves.filter((curve) => curve.simulated).map(({ zoneCode }) => zoneCode));
  return (
    <section className="panel section" aria-labelledby="curve-title">
      <h2 id="curve-title">Duration curve</h2>
      <LineChart
        title="Chart of duration curves"
        description={`Price by the share of the time in which it was at least so much, of ${zones.join(', ')}; the table below has every twentieth.`}
        names={zones}
        places={PERCENTS}
        values={prices}
        unit={unit}
        across={ACROSS}
        simulated={simulated}
        placeLabel={(share) => `At least, ${decimal(share, 1)} % of the time`}
      />
      <details>
        <summary>The curve in numbers</summary>
        <DataTable
          label="Duration curve in numbers"
          rows={PERCENTS.map((_, place) => place).filter((place) => place % ROW_EVERY === 0)}
          columns={columnsOf(zones, prices, unit)}
          rowKey={(place) => place}
        />
      </details>
    </section>
  );
}

function columnsOf(
  zones: readonly string[],
  prices: readonly (readonly (number | null)[])[],
  unit: string,
): Column<number>[] {
  return [
    {
      key: 'share',
      title: 'At least, for',
      unit: '% of the time',
      value: (place) => place,
      show: (place) => decimal(PERCENTS[place], 0),
    },
    ...zones.map((zone, line): Column<number> => ({
      key: zone,
      title: zone,
      unit,
      value: (place) => prices[line]?.[place] ?? undefined,
      show: (place) => decimal(prices[line]?.[place] ?? undefined, 2),
    })),
  ];
}
