import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PageHead } from '../../components/PageHead';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import type { AuditScope, User } from '../../lib/api/types';
import { may } from '../../lib/roles';
import { AuditTable } from './AuditTable';
import { ChainNotice } from './ChainNotice';
import { ExportButtons } from './ExportButtons';
import { EMPTY_FILTER, FILTERS, queryOf, type AuditFilter } from './filter';

const PAGE = 100;

/** Who did what, when and from where; the newest first. */
export function AuditPage({ user }: { user: User }) {
  const api = useApi();
  const [typed, setTyped] = useState<AuditFilter>(EMPTY_FILTER);
  const [filter, setFilter] = useState<AuditFilter>(EMPTY_FILTER);
  const entries = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) =>
      api.auditEntries({ ...queryOf(filter), limit: PAGE, ...(pageParam !== '' && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  const rows = entries.data?.pages.flatMap((page) => page.items);
  return (
    <main id="content" tabIndex={-1} className="page">
      <PageHead title="Audit log">
        <ExportButtons filter={filter} />
      </PageHead>
      <ChainNotice scope={filter.scope} />
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault();
          setFilter(typed);
        }}
      >
        {FILTERS.map(({ key, label, type, placeholder }) => (
          <TextInput
            key={key}
            label={label}
            type={type}
            placeholder={placeholder}
            value={typed[key]}
            onChange={(event) => {
              setTyped({ ...typed, [key]: event.currentTarget.value });
            }}
          />
        ))}
        {may(user, 'readPlatformAudit') && (
          <NativeSelect
            label="Whose"
            value={typed.scope}
            data={[
              { value: 'organisation', label: 'my organisation’s' },
              { value: 'platform', label: 'the platform’s' },
            ]}
            onChange={(event) => {
              setTyped({ ...typed, scope: event.currentTarget.value as AuditScope });
            }}
          />
        )}
        <div className="filter-buttons">
          <Button type="submit">Search</Button>
          <Button
            variant="default"
            onClick={() => {
              setTyped(EMPTY_FILTER);
              setFilter(EMPTY_FILTER);
            }}
          >
            Clear
          </Button>
        </div>
      </form>
      {entries.error !== null && (
        <ProblemNotice
          error={entries.error}
          onRetry={() => {
            void entries.refetch();
          }}
        />
      )}
      {entries.isPending && (
        <p role="status" className="dim empty-line">
          Loading the entries…
        </p>
      )}
      {rows !== undefined &&
        (rows.length === 0 ? (
          <p className="dim empty-line">Nothing matches the filter.</p>
        ) : (
          <AuditTable entries={rows} />
        ))}
      {entries.hasNextPage && (
        <div className="more">
          <Button
            variant="default"
            loading={entries.isFetchingNextPage}
            onClick={() => {
              void entries.fetchNextPage();
            }}
          >
            Older entries
          </Button>
        </div>
      )}
    </main>
  );
}
