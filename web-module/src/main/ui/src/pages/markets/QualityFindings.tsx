import { DataTable, type Column } from '../../components/DataTable';
import { FileHead } from '../../components/FileHead';
import { useApi } from '../../lib/api/context';
import type { QualityFinding, SeriesQuality } from '../../lib/api/types';
import { sentence } from '../../lib/format';
import { dateTime } from '../../lib/time';
import { queryOf, unlisted, type Question } from './quality';

interface Props {
  readonly series: SeriesQuality;
  readonly timeZone: string;
  readonly question: Question;
}

/** What was found in one series, and the findings of all of them as a file. */
export function QualityFindings({ series, timeZone, question }: Props) {
  const api = useApi();
  const more = unlisted(series);
  return (
    <section className="panel section" aria-labelledby="findings-title">
      <FileHead
        id="findings-title"
        title={`Findings of ${series.series}`}
        file="data-quality"
        what="All findings"
        take={(mediaType) => api.qualityFile(queryOf(question), mediaType)}
      />
      {series.findings.length === 0 ? (
        <p className="dim">Nothing was found.</p>
      ) : (
        <DataTable
          label="Findings"
          rows={series.findings}
          columns={columnsOf(timeZone)}
          rowKey={(row) => `${row.kind} ${row.start} ${row.detail}`}
        />
      )}
      {more > 0 && <p className="dim small">The first of each kind are listed; {more} more are counted.</p>}
    </section>
  );
}

function columnsOf(timeZone: string): Column<QualityFinding>[] {
  const instant = (key: 'start' | 'end', title: string): Column<QualityFinding> => ({
    key,
    title,
    text: true,
    value: (row) => row[key],
    show: (row) => (
      <time dateTime={row[key]} title={row[key]} className="num-inline">
        {dateTime(Date.parse(row[key]), timeZone)}
      </time>
    ),
  });
  return [
    { key: 'kind', title: 'Kind', text: true, value: (row) => row.kind, show: (row) => sentence(row.kind) },
    instant('start', 'From'),
    instant('end', 'To'),
    { key: 'periods', title: 'Periods', value: (row) => row.periods, show: (row) => row.periods },
    {
      key: 'detail',
      title: 'What',
      text: true,
      value: (row) => row.detail,
      show: (row) => <span className="why">{row.detail}</span>,
    },
  ];
}
