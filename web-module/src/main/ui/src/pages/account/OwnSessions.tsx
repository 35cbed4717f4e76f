import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Confirm } from '../../components/Confirm';
import { DataTable, type Column } from '../../components/DataTable';
import { Instant } from '../../components/Instant';
import { Loaded } from '../../components/Loaded';
import { useApi } from '../../lib/api/context';
import type { OwnSession } from '../../lib/api/types';
import { browserOf } from '../../lib/browser';
import { words } from '../../lib/format';

/** Where one is logged in, and the way to end it. */
export function OwnSessions() {
  const api = useApi();
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => api.ownSessions() });
  const end = async (id: string) => {
    await api.endSession(id);
    await queries.invalidateQueries({ queryKey: ['sessions'] });
  };
  return (
    <section className="panel section section-wide" aria-labelledby="sessions-title">
      <div className="section-head">
        <h2 id="sessions-title">Sessions</h2>
        <Confirm action="Log out everywhere" title="Log out everywhere?" onConfirm={() => api.logOut(true)}>
          Every session of yours ends, this one too.
        </Confirm>
      </div>
      <Loaded query={sessions} what="the sessions">
        {(rows) => (
          <DataTable label="Your sessions" rows={rows} columns={columnsOf(end)} rowKey={(row) => row.id} />
        )}
      </Loaded>
    </section>
  );
}

function columnsOf(end: (id: string) => Promise<void>): Column<OwnSession>[] {
  return [
    {
      key: 'browser',
      title: 'Browser',
      text: true,
      value: (row) => row.userAgent,
      show: (row) => (
        <span className="cell" title={row.userAgent}>
          {browserOf(row.userAgent)} {row.current && <span className="tag tag-good">this one</span>}
        </span>
      ),
    },
    {
      key: 'address',
      title: 'From',
      text: true,
      value: (row) => row.address,
      show: (row) => <span className="cell">{row.address}</span>,
    },
    { key: 'method', title: 'By', text: true, value: (row) => row.method, show: (row) => words(row.method) },
    {
      key: 'started',
      title: 'Began',
      text: true,
      value: (row) => row.startedAt,
      show: (row) => <Instant at={row.startedAt} />,
    },
    {
      key: 'used',
      title: 'Last used',
      text: true,
      value: (row) => row.lastUsedAt,
      show: (row) => <Instant at={row.lastUsedAt} />,
    },
    {
      key: 'end',
      title: 'Action',
      text: true,
      value: () => undefined,
      show: (row) =>
        row.current ? null : (
          <Confirm action="End" title="End this session?" onConfirm={() => end(row.id)}>
            {browserOf(row.userAgent)} at {row.address} has to log in again.
          </Confirm>
        ),
    },
  ];
}
