import { useMemo } from 'react';
import { DataTable, type Column } from '../../components/DataTable';
import type { BidRun, BidRunPeriod } from '../../lib/api/types';
import { decimal, digitsFor } from '../../lib/format';
import { periodLabel } from '../../lib/time';

/** Everything of the chart, period by period, as figures. */
export function PeriodsTable({ run, periods }: { run: BidRun; periods: readonly BidRunPeriod[] }) {
  const columns = useMemo(() => columnsFor(run, periods), [run, periods]);
  return <DataTable label="Periods" rows={periods} columns={columns} rowKey={(each) => each.period} />;
}

type Field = {
  [Key in keyof BidRunPeriod]-?: NonNullable<BidRunPeriod[Key]> extends number ? Key : never;
}[keyof BidRunPeriod];

function columnsFor(run: BidRun, periods: readonly BidRunPeriod[]): Column<BidRunPeriod>[] {
  const number = (
    key: Field,
    title: string,
    unit: string,
    least: number,
    most: number,
  ): Column<BidRunPeriod> => {
    const digits = digitsFor(
      periods.map((each) => each[key]),
      least,
      most,
    );
    return { key, title, unit, value: (each) => each[key], show: (each) => decimal(each[key], digits) };
  };
  return [
    { key: 'period', title: 'Period', value: (each) => each.period, show: (each) => each.period },
    {
      key: 'time',
      title: 'Time',
      text: true,
      value: (each) => Date.parse(each.start),
      show: (each) => periodLabel(Date.parse(each.start), Date.parse(each.end), run.timeZone),
    },
    number('forecastPrice', 'Forecast', run.priceUnit, 2, 2),
    number('publishedPrice', 'Published', run.priceUnit, 2, 2),
    number('planMw', 'Plan', 'MW', 1, 3),
    number('acceptedMw', 'Accepted', 'MW', 1, 3),
    number('deliveredMw', 'Delivered', 'MW', 1, 3),
    number('stateOfChargeMwh', 'Charge', 'MWh', 1, 3),
    number('marketRevenue', 'Revenue', run.currency, 2, 2),
    number('imbalanceRevenue', 'Imbalance', run.currency, 2, 2),
    number('degradationCost', 'Degradation', run.currency, 2, 2),
    number('profit', 'Profit', run.currency, 2, 2),
    number('perfectForesightMw', 'Perfect', 'MW', 1, 3),
    number('perfectForesightProfit', 'Perfect', run.currency, 2, 2),
  ];
}
