import { DataTable, type Column } from '../../components/DataTable';
import { FileHead } from '../../components/FileHead';
import { Instant } from '../../components/Instant';
import { SimulatedBadge } from '../../components/StateBadge';
import { useApi } from '../../lib/api/context';
import type { Spread, SpreadReport } from '../../lib/api/types';
import { ABSENT, decimal } from '../../lib/format';
import { dateTime } from '../../lib/time';
import type { Question } from './statistics';
import { inHours } from './StatisticsTable';

/** How far the prices of zones are apart, pair by pair. */
export function SpreadSection({ report, question }: { report: SpreadReport; question: Question }) {
  const api = useApi();
  return (
    <section className="panel section" aria-labelledby="spreads-title">
      <FileHead
        id="spreads-title"
        title="Spreads"
        file="spreads"
        what="Spreads"
        take={(mediaType) => api.spreadsFile(question, mediaType)}
      />
      <p className="dim small freshness">
        {report.simulated && <SimulatedBadge />} The price of the first zone minus that of the other, while
        both have one; the newest price was published <Instant at={report.knownUntil} />.
      </p>
      <DataTable
        label="Spreads of zones"
        rows={report.items}
        columns={columnsOf(report)}
        rowKey={(row) => `${row.zoneCode} ${row.otherZoneCode}`}
      />
    </section>
  );
}

function columnsOf({ unit, timeZone }: SpreadReport): Column<Spread>[] {
  const zone = (key: 'zoneCode' | 'otherZoneCode', title: string): Column<Spread> => ({
    key,
    title,
    text: true,
    value: (row) => row[key],
    show: (row) => <bdi className="cell">{row[key]}</bdi>,
  });
  const spread = (
    key: 'meanSpread' | 'meanAbsoluteSpread' | 'minSpread' | 'maxSpread',
    title: string,
  ): Column<Spread> => ({
    key,
    title,
    unit,
    value: (row) => row[key],
    show: (row) => decimal(row[key], 2),
  });
  const start = (key: 'minSpreadStart' | 'maxSpreadStart', title: string): Column<Spread> => ({
    key,
    title,
    text: true,
    value: (row) => row[key],
    show: (row) => <Start at={row[key]} timeZone={timeZone} />,
  });
  const hours = (
    key: 'hours' | 'missingHours' | 'hoursAbove' | 'hoursBelow' | 'hoursEqual',
    title: string,
  ): Column<Spread> => ({
    key,
    title,
    unit: 'h',
    value: (row) => row[key],
    show: (row) => inHours(row[key]),
  });
  return [
    zone('zoneCode', 'Zone'),
    zone('otherZoneCode', 'minus'),
    spread('meanSpread', 'Mean'),
    spread('meanAbsoluteSpread', 'Mean size'),
    spread('minSpread', 'Lowest'),
    start('minSpreadStart', 'Lowest at'),
    spread('maxSpread', 'Highest'),
    start('maxSpreadStart', 'Highest at'),
    hours('hoursAbove', 'Above zero'),
    hours('hoursBelow', 'Below zero'),
    hours('hoursEqual', 'Equal'),
    hours('hours', 'Both'),
    hours('missingHours', 'Only one'),
  ];
}

function Start({ at, timeZone }: { at: string | undefined; timeZone: string }) {
  if (at === undefined) {
    return <span className="dim">{ABSENT}</span>;
  }
  return (
    <time dateTime={at} title={at} className="num-inline">
      {dateTime(Date.parse(at), timeZone)}
    </time>
  );
}
