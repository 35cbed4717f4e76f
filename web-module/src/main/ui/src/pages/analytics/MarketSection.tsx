import { DataTable, type Column } from '../../components/DataTable';
import { FileHead } from '../../components/FileHead';
import { useApi } from '../../lib/api/context';
import type { MarketFigures, MarketRow } from '../../lib/api/types';
import { decimal } from '../../lib/format';
import { dateTime, wallClock } from '../../lib/time';
import { Freshness } from './Freshness';
import { MarketChart } from './MarketChart';
import type { Question } from './question';

/** Mean, extremes, volatility and volume: each zone over the whole range, and each bucket. */
export function MarketSection({ figures, question }: { figures: MarketFigures; question: Question }) {
  const api = useApi();
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
      <FileHead
        id="market-title"
        title="Prices"
        file="market-figures"
        what="Prices"
        take={(mediaType) => api.marketFile(question, mediaType)}
      />
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
