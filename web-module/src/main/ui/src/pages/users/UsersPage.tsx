import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable, type Column } from '../../components/DataTable';
import { Instant } from '../../components/Instant';
import { Loaded } from '../../components/Loaded';
import { PageHead } from '../../components/PageHead';
import { useApi } from '../../lib/api/context';
import type { ListedUser, User } from '../../lib/api/types';
import { counted, words } from '../../lib/format';
import { InviteDialog } from './InviteDialog';
import { UserDialog } from './UserDialog';

const TONE: Record<string, string> = { active: 'good', invited: 'wait', suspended: 'bad' };

/** Who belongs to the organisation, and what they may do. */
export function UsersPage({ user }: { user: User }) {
  const api = useApi();
  const users = useQuery({ queryKey: ['users'], queryFn: () => api.users() });
  const [search, setSearch] = useState('');
  const [status, setStatus] = useState('');
  const [shown, setShown] = useState<string>();
  const [inviting, setInviting] = useState(false);
  return (
    <main id="content" tabIndex={-1} className="page">
      <PageHead title="Users" note={<bdi>{user.organisation.name}</bdi>}>
        <Button
          onClick={() => {
            setInviting(true);
          }}
        >
          Invite a user
        </Button>
      </PageHead>
      <div className="filters">
        <TextInput
          label="Name or e-mail"
          type="search"
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
          }}
        />
        <NativeSelect
          label="Status"
          value={status}
          data={[{ value: '', label: 'all' }, 'active', 'invited', 'suspended']}
          onChange={(event) => {
            setStatus(event.currentTarget.value);
          }}
        />
      </div>
      <Loaded query={users} what="the users">
        {(all) => (
          <UserTable rows={matching(all, search, status)} of={all.length} self={user.id} onShow={setShown} />
        )}
      </Loaded>
      {inviting && (
        <InviteDialog
          onClose={() => {
            setInviting(false);
          }}
        />
      )}
      {shown !== undefined && (
        <UserDialog
          id={shown}
          self={shown === user.id}
          onClose={() => {
            setShown(undefined);
          }}
        />
      )}
    </main>
  );
}

function matching(users: readonly ListedUser[], search: string, status: string): ListedUser[] {
  const text = search.trim().toLowerCase();
  return users.filter(
    (user) =>
      (status === '' || user.status === status) &&
      (user.displayName.toLowerCase().includes(text) || user.email.toLowerCase().includes(text)),
  );
}

interface TableProps {
  readonly rows: ListedUser[];
  readonly of: number;
  readonly self: string;
  readonly onShow: (id: string) => void;
}

function UserTable({ rows, of, self, onShow }: TableProps) {
  const columns: Column<ListedUser>[] = [
    {
      key: 'name',
      title: 'Name',
      text: true,
      value: (row) => row.displayName.toLowerCase(),
      show: (row) => (
        <button
          type="button"
          className="link cell"
          onClick={() => {
            onShow(row.id);
          }}
        >
          <bdi>{row.displayName || row.email}</bdi>
          {row.id === self && <span className="dim"> (you)</span>}
        </button>
      ),
    },
    {
      key: 'email',
      title: 'E-mail',
      text: true,
      value: (row) => row.email,
      show: (row) => (
        <span className="cell" title={row.email}>
          <bdi>{row.email}</bdi>
        </span>
      ),
    },
    {
      key: 'roles',
      title: 'Roles',
      text: true,
      value: (row) => row.roles.join(' '),
      show: (row) => row.roles.join(', '),
    },
    {
      key: 'status',
      title: 'Status',
      text: true,
      value: (row) => row.status,
      show: (row) => <span className={`tag tag-${TONE[row.status] ?? 'neutral'}`}>{words(row.status)}</span>,
    },
    {
      key: 'verified',
      title: 'Address',
      text: true,
      value: (row) => (row.emailVerified ? 1 : 0),
      show: (row) => (row.emailVerified ? 'verified' : <span className="dim">not yet verified</span>),
    },
    {
      key: 'created',
      title: 'Since',
      text: true,
      value: (row) => row.createdAt,
      show: (row) => <Instant at={row.createdAt} />,
    },
  ];
  return (
    <>
      <p className="dim small count">{counted(rows.length, of, 'user')}</p>
      {rows.length === 0 ? (
        <p className="dim empty-line">Nobody matches the filter.</p>
      ) : (
        <DataTable label="Users" rows={rows} columns={columns} rowKey={(row) => row.id} />
      )}
    </>
  );
}
