import { useQuery } from '@tanstack/react-query';
import { DataTable, type Column } from '../../components/DataTable';
import { Instant } from '../../components/Instant';
import { Loaded } from '../../components/Loaded';
import { PageHead } from '../../components/PageHead';
import { useApi } from '../../lib/api/context';
import type { Source } from '../../lib/api/types';
import { ABSENT, words } from '../../lib/format';
import { useNow } from '../../lib/now';
import { addressOf } from '../../lib/route';
import { countdown } from '../../lib/time';

const TONE: Record<Source['state'], string> = { waiting: 'wait', current: 'good', failing: 'bad' };

const LOOK_EVERY_MS = 10_000;

/** What is fetched by itself, how old it is, and why it is not newer. */
export function SourcesPage() {
  const api = useApi();
  const sources = useQuery({
    queryKey: ['market-data-sources'],
    queryFn: () => api.sources(),
    refetchInterval: LOOK_EVERY_MS,
  });
  const now = useNow();
  return (
    <main id="content" tabIndex={-1} className="page">
      <nav className="crumbs" aria-label="Where you are">
        <a href={addressOf('markets')}>Markets</a>
      </nav>
      <PageHead title="Sources" note="what is fetched from ENTSO-E, with times in UTC" />
      <Loaded query={sources} what="the sources">
        {(rows) =>
          rows.length === 0 ? (
            <p className="dim empty-line">
              Nothing is fetched: ENABLE_ENTSOE is off. Prices come by import, over REST or from a topic.
            </p>
          ) : (
            <DataTable
              label="Sources"
              rows={rows}
              columns={columnsAt(now)}
              rowKey={(row) => `${row.productCode} ${row.zoneCode} ${row.document}`}
            />
          )
        }
      </Loaded>
    </main>
  );
}

function columnsAt(now: number): Column<Source>[] {
  return [
    {
      key: 'zone',
      title: 'Zone',
      text: true,
      value: (row) => row.zoneCode,
      show: (row) => row.zoneCode,
    },
    {
      key: 'document',
      title: 'What',
      text: true,
      value: (row) => row.document,
      show: (row) => words(row.document),
    },
    {
      key: 'state',
      title: 'State',
      text: true,
      value: (row) => row.state,
      show: (row) => <span className={`tag tag-${TONE[row.state]}`}>{words(row.state)}</span>,
    },
    {
      key: 'age',
      title: 'Age',
      value: (row) => (row.fetchedAt === undefined ? undefined : -Date.parse(row.fetchedAt)),
      show: (row) =>
        row.fetchedAt === undefined ? (
          <span className="dim">{ABSENT}</span>
        ) : (
          <span title={row.fetchedAt}>{countdown(now, Date.parse(row.fetchedAt)) ?? '0:00'}</span>
        ),
    },
    {
      key: 'delivery',
      title: 'Delivery until',
      text: true,
      value: (row) => row.deliveryTo,
      show: (row) => <Instant at={row.deliveryTo} />,
    },
    {
      key: 'due',
      title: 'Next',
      text: true,
      value: (row) => row.dueAt,
      show: (row) => <Instant at={row.dueAt} />,
    },
    {
      key: 'failed',
      title: 'Failed last',
      text: true,
      value: (row) => row.failedAt,
      show: (row) => <Instant at={row.failedAt} />,
    },
    {
      key: 'failure',
      title: 'Why',
      text: true,
      value: (row) => row.failure,
      show: (row) => <bdi>{row.failure ?? ABSENT}</bdi>,
    },
  ];
}
