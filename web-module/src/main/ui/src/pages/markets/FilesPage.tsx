import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable, type Column } from '../../components/DataTable';
import { Instant } from '../../components/Instant';
import { Loaded } from '../../components/Loaded';
import { PageHead } from '../../components/PageHead';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import type { MarketDataFile, QuarantinedRow, User } from '../../lib/api/types';
import { words } from '../../lib/format';
import { may } from '../../lib/roles';
import { addressOf } from '../../lib/route';
import { ImportDialog } from './ImportDialog';

/** Files of many zones, and their rows that did not fit. */
export function FilesPage({ user }: { user: User }) {
  const api = useApi();
  const files = useQuery({ queryKey: ['market-data-files'], queryFn: () => api.files() });
  const [chosen, setChosen] = useState<string>();
  const [importing, setImporting] = useState(false);
  return (
    <main id="content" tabIndex={-1} className="page">
      <nav className="crumbs" aria-label="Where you are">
        <a href={addressOf('markets')}>Markets</a>
      </nav>
      <PageHead title="Files" note="of many zones, as they were taken in">
        {may(user, 'importFiles') && (
          <Button
            onClick={() => {
              setImporting(true);
            }}
          >
            Import a file
          </Button>
        )}
      </PageHead>
      <Loaded query={files} what="the files">
        {(rows) =>
          rows.length === 0 ? (
            <p className="dim empty-line">No file yet. An operator imports them.</p>
          ) : (
            <DataTable
              label="Files"
              rows={rows}
              columns={fileColumns(setChosen)}
              rowKey={(row) => row.id}
              rowClass={(row) => (row.id === chosen ? 'chosen' : undefined)}
            />
          )
        }
      </Loaded>
      {chosen !== undefined && <Quarantine key={chosen} id={chosen} />}
      {importing && (
        <ImportDialog
          onClose={() => {
            setImporting(false);
          }}
        />
      )}
    </main>
  );
}

function fileColumns(onChoose: (id: string) => void): Column<MarketDataFile>[] {
  return [
    {
      key: 'received',
      title: 'Received',
      text: true,
      value: (row) => row.receivedAt,
      show: (row) => <Instant at={row.receivedAt} />,
    },
    {
      key: 'product',
      title: 'Product',
      text: true,
      value: (row) => row.productCode,
      show: (row) => row.productCode,
    },
    {
      key: 'kind',
      title: 'Kind',
      text: true,
      value: (row) => row.kind,
      show: (row) => (
        <>
          {words(row.kind)}
          {!row.verified && <span className="dim"> not verified</span>}
        </>
      ),
    },
    { key: 'rows', title: 'Rows', value: (row) => row.rowsRead, show: (row) => row.rowsRead },
    {
      key: 'quarantined',
      title: 'In the quarantine',
      value: (row) => row.rowsQuarantined,
      show: (row) =>
        row.rowsQuarantined === 0 ? (
          0
        ) : (
          <button
            type="button"
            className="link cell"
            aria-label={`Show ${String(row.rowsQuarantined)} rows in the quarantine`}
            onClick={() => {
              onChoose(row.id);
            }}
          >
            {row.rowsQuarantined}
          </button>
        ),
    },
    {
      key: 'sha256',
      title: 'SHA-256',
      text: true,
      value: (row) => row.sha256,
      show: (row) => (
        <code className="cell" title={row.sha256}>
          {row.sha256.slice(0, 16)}…
        </code>
      ),
    },
  ];
}

function Quarantine({ id }: { id: string }) {
  const api = useApi();
  const rows = useInfiniteQuery({
    queryKey: ['quarantine', id],
    queryFn: ({ pageParam }) => api.quarantine(id, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  const all = rows.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section aria-labelledby="quarantine-title">
      <h2 id="quarantine-title">Rows that do not fit</h2>
      {rows.error !== null && <ProblemNotice error={rows.error} />}
      {rows.isPending && (
        <p className="dim" role="status">
          Loading the rows…
        </p>
      )}
      {all.length > 0 && (
        <DataTable label="Quarantine" rows={all} columns={ROW_COLUMNS} rowKey={(row) => row.line} />
      )}
      {rows.hasNextPage && (
        <Button
          variant="default"
          size="compact-sm"
          loading={rows.isFetchingNextPage}
          onClick={() => {
            void rows.fetchNextPage();
          }}
        >
          More
        </Button>
      )}
    </section>
  );
}

const ROW_COLUMNS: readonly Column<QuarantinedRow>[] = [
  { key: 'line', title: 'Line', value: (row) => row.line, show: (row) => row.line },
  { key: 'code', title: 'Reason', text: true, value: (row) => row.code, show: (row) => words(row.code) },
  {
    key: 'message',
    title: 'What is wrong',
    text: true,
    value: (row) => row.message,
    show: (row) => row.message,
  },
  {
    key: 'content',
    title: 'As it came',
    text: true,
    value: (row) => row.content,
    show: (row) => (
      <code dir="auto" className="as-it-came">
        {row.content.replaceAll('\t', '  ')}
      </code>
    ),
  },
];
