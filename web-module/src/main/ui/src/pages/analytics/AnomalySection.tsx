import { DataTable, type Column } from '../../components/DataTable';
import type { Anomaly, AnomalyReport } from '../../lib/api/types';
import { decimal } from '../../lib/format';
import { dateTime } from '../../lib/time';
import { Freshness } from './Freshness';

/** Hours whose price is far from the same hour of the week before, with the reason. */
export function AnomalySection({ report }: { report: AnomalyReport }) {
  const { items, judgedHours, unjudgedHours, weeks, threshold } = report;
  return (
    <section className="panel section" aria-labelledby="anomalies-title">
      <h2 id="anomalies-title">Unusual hours</h2>
      <Freshness answer={report} />
      <p className="dim small">
        {items.length} of {judgedHours} hours are {decimal(threshold, 1)} or more robust standard deviations
        from the median of the same hour in the {weeks} weeks before
        {unjudgedHours > 0 && `; ${unjudgedHours} more had too little to compare with`}.
      </p>
      {items.length > 0 && (
        <DataTable
          label="Every unusual hour"
          rows={items}
          columns={columnsOf(report)}
          rowKey={(row) => `${row.zoneCode} ${row.start}`}
        />
      )}
    </section>
  );
}

function columnsOf({ timeZone, unit }: AnomalyReport): Column<Anomaly>[] {
  const price = (key: 'price' | 'median', title: string): Column<Anomaly> => ({
    key,
    title,
    unit,
    value: (row) => row[key],
    show: (row) => decimal(row[key], 2),
  });
  return [
    { key: 'zone', title: 'Zone', text: true, value: (row) => row.zoneCode, show: (row) => row.zoneCode },
    {
      key: 'start',
      title: 'Hour',
      text: true,
      value: (row) => row.start,
      show: (row) => dateTime(Date.parse(row.start), timeZone),
    },
    price('price', 'Price'),
    price('median', 'Median'),
    {
      key: 'score',
      title: 'Score',
      value: (row) => Math.abs(row.score),
      show: (row) => decimal(row.score, 1),
    },
    {
      key: 'reason',
      title: 'Why',
      text: true,
      value: (row) => row.reason,
      show: (row) => <span className="why">{row.reason}</span>,
    },
  ];
}
