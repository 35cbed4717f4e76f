import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { DataTable, type Column } from '../../components/DataTable';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import type { QualityFinding, SeriesQuality } from '../../lib/api/types';
import { download } from '../../lib/download';
import { sentence } from '../../lib/format';
import { dateTime } from '../../lib/time';
import { unlisted, type Question } from './quality';

const FORMATS = [
  { title: 'CSV', mediaType: 'text/csv', file: 'data-quality.csv' },
  {
    title: 'XLSX',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    file: 'data-quality.xlsx',
  },
] as const;

interface Props {
  readonly series: SeriesQuality;
  readonly timeZone: string;
  readonly question: Question;
}

/** What was found in one series, and the findings of all of them as a file. */
export function QualityFindings({ series, timeZone, question }: Props) {
  const api = useApi();
  const take = useMutation({
    mutationFn: async ({ mediaType, file }: (typeof FORMATS)[number]) => {
      download(file, await api.qualityFile(question, mediaType));
    },
  });
  const more = unlisted(series);
  return (
    <section className="panel section" aria-labelledby="findings-title">
      <div className="section-head">
        <h2 id="findings-title">Findings of {series.series}</h2>
        <span className="actions">
          {FORMATS.map((format) => (
            <Button
              key={format.mediaType}
              size="compact-xs"
              variant="default"
              aria-label={`All findings as ${format.title}`}
              loading={take.isPending && take.variables.mediaType === format.mediaType}
              onClick={() => {
                take.mutate(format);
              }}
            >
              {format.title}
            </Button>
          ))}
        </span>
      </div>
      {take.error !== null && <ProblemNotice error={take.error} />}
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
