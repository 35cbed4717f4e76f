import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { DataTable, type Column } from '../../components/DataTable';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import type { MarketFigures, MarketRow } from '../../lib/api/types';
import { download } from '../../lib/download';
import { decimal } from '../../lib/format';
import { dateTime, wallClock } from '../../lib/time';
import { Freshness } from './Freshness';
import { MarketChart } from './MarketChart';
import type { Question } from './question';

const FORMATS = [
  { title: 'CSV', mediaType: 'text/csv', file: 'market-figures.csv' },
  {
    title: 'XLSX',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    file: 'market-figures.xlsx',
  },
] as const;

/** Mean, extremes, volatility and volume: each zone over the whole range, and each bucket. */
export function MarketSection({ figures, question }: { figures: MarketFigures; question: Question }) {
  const api = useApi();
  const take = useMutation({
    mutationFn: async ({ mediaType, file }: (typeof FORMATS)[number]) => {
      download(file, await api.marketFile(question, mediaType));
    },
  });
  if (figures.items.length === 0) {
    return (
      <section className="panel section" aria-labelledby="market-title">
        <h2 id="market-title">Prices</h2>
        <p className="dim">
          There is no price of these zones in these days. Import some, or take other days.
        </p>
      </section>
    );
  }
  return (
    <section className="panel section" aria-labelledby="market-title">
      <div className="section-head">
        <h2 id="market-title">Prices</h2>
        <span className="actions">
          {FORMATS.map((format) => (
            <Button
              key={format.mediaType}
              size="compact-xs"
              variant="default"
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
      <Freshness answer={figures} />
      <MarketChart figures={figures} />
      <DataTable
        label="Zones over the whole range"
        rows={figures.zones}
        columns={columnsOf(figures)}
        rowKey={(row) => row.zoneCode}
      />
      <details>
        <summary>
          {figures.items.length} rows by {figures.bucket}
        </summary>
        <DataTable
          label={`Zones by ${figures.bucket}`}
          rows={figures.items}
          columns={[placeColumn(figures), ...columnsOf(figures)]}
          rowKey={(row) => `${row.zoneCode} ${row.start}`}
        />
      </details>
    </section>
  );
}

function placeColumn({ bucket, timeZone }: MarketFigures): Column<MarketRow> {
  return {
    key: 'start',
    title: bucket === 'hour' ? 'Hour' : bucket === 'day' ? 'Day' : 'Month',
    text: true,
    value: (row) => row.start,
    show: (row) => {
      const instant = Date.parse(row.start);
      if (bucket === 'hour') {
        return dateTime(instant, timeZone);
      }
      return wallClock(instant, timeZone).date.slice(0, bucket === 'day' ? 10 : 7);
    },
  };
}

function columnsOf({ unit }: MarketFigures): Column<MarketRow>[] {
  const price = (
    key: 'meanPrice' | 'minPrice' | 'maxPrice' | 'volatility',
    title: string,
  ): Column<MarketRow> => ({
    key,
    title,
    unit,
    value: (row) => row[key],
    show: (row) => decimal(row[key], 2),
  });
  const energy = (key: 'soldMwh' | 'boughtMwh', title: string): Column<MarketRow> => ({
    key,
    title,
    unit: 'MWh',
    value: (row) => row[key],
    show: (row) => decimal(row[key], 1),
  });
  return [
    { key: 'zone', title: 'Zone', text: true, value: (row) => row.zoneCode, show: (row) => row.zoneCode },
    price('meanPrice', 'Mean'),
    price('minPrice', 'Lowest'),
    price('maxPrice', 'Highest'),
    price('volatility', 'Volatility'),
    energy('soldMwh', 'We sold'),
    energy('boughtMwh', 'We bought'),
    {
      key: 'missing',
      title: 'Missing',
      unit: 'h',
      value: (row) => row.missingMinutes,
      show: (row) => (row.missingMinutes === 0 ? '0' : decimal(row.missingMinutes / 60, 2)),
    },
  ];
}
