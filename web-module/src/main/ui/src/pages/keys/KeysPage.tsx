import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm } from '../../components/Confirm';
import { DataTable, type Column } from '../../components/DataTable';
import { Instant } from '../../components/Instant';
import { Loaded } from '../../components/Loaded';
import { PageHead } from '../../components/PageHead';
import { useApi } from '../../lib/api/context';
import type { ApiKey, User } from '../../lib/api/types';
import { words } from '../../lib/format';
import { NewKeyDialog } from './NewKeyDialog';
import { RotateDialog } from './RotateDialog';

const TONE: Record<string, string> = { live: 'good', expired: 'bad', revoked: 'neutral' };

/** Keys by which programs act for a user. */
export function KeysPage({ user }: { user: User }) {
  const api = useApi();
  const queries = useQueryClient();
  const keys = useQuery({ queryKey: ['api-keys'], queryFn: () => api.apiKeys() });
  const [open, setOpen] = useState<'new' | ApiKey>();
  const close = () => {
    setOpen(undefined);
  };
  const revoke = async (id: string) => {
    await api.revokeApiKey(id);
    await queries.invalidateQueries({ queryKey: ['api-keys'] });
  };
  return (
    <main id="content" tabIndex={-1} className="page">
      <PageHead title="API keys">
        <Button
          onClick={() => {
            setOpen('new');
          }}
        >
          Create a key
        </Button>
      </PageHead>
      <p className="dim page-text">
        A program exchanges its key at <code>POST /api/v1/auth/token</code> for an access token of 15 minutes.
        A key is shown once, when it is made. It acts for you, never with more than your roles, and ends with
        your account.
      </p>
      <Loaded query={keys} what="the keys">
        {(rows) =>
          rows.length === 0 ? (
            <p className="dim empty-line">No key yet.</p>
          ) : (
            <DataTable
              label="API keys"
              rows={rows}
              columns={columnsOf(setOpen, revoke)}
              rowKey={(row) => row.id}
            />
          )
        }
      </Loaded>
      {open === 'new' && <NewKeyDialog user={user} onClose={close} />}
      {open !== undefined && open !== 'new' && <RotateDialog apiKey={open} onClose={close} />}
    </main>
  );
}

function columnsOf(onRotate: (key: ApiKey) => void, revoke: (id: string) => Promise<void>): Column<ApiKey>[] {
  return [
    {
      key: 'name',
      title: 'Name',
      text: true,
      value: (row) => row.name.toLowerCase(),
      show: (row) => (
        <span className="cell" title={row.name}>
          <bdi>{row.name}</bdi>
        </span>
      ),
    },
    {
      key: 'prefix',
      title: 'Begins with',
      text: true,
      value: (row) => row.prefix,
      show: (row) => <code>{row.prefix}…</code>,
    },
    {
      key: 'roles',
      title: 'Roles',
      text: true,
      value: (row) => row.roles.join(' '),
      show: (row) => row.roles.join(', '),
    },
    {
      key: 'state',
      title: 'State',
      text: true,
      value: (row) => row.state,
      show: (row) => (
        <>
          <span className={`tag tag-${TONE[row.state] ?? 'neutral'}`}>{words(row.state)}</span>
          {row.replacedBy !== undefined && <span className="dim"> rotated</span>}
        </>
      ),
    },
    {
      key: 'expires',
      title: 'Expires',
      text: true,
      value: (row) => row.expiresAt,
      show: (row) => <Instant at={row.expiresAt} />,
    },
    {
      key: 'used',
      title: 'Last used',
      text: true,
      value: (row) => row.lastUsedAt,
      show: (row) =>
        row.lastUsedAt === undefined ? <span className="dim">never</span> : <Instant at={row.lastUsedAt} />,
    },
    {
      key: 'actions',
      title: 'Actions',
      text: true,
      value: () => undefined,
      show: (row) =>
        row.state !== 'live' ? null : (
          <span className="actions">
            {row.replacedBy === undefined && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => {
                  onRotate(row);
                }}
              >
                Rotate
              </Button>
            )}
            <Confirm action="Revoke" title="Revoke the key?" onConfirm={() => revoke(row.id)}>
              Programs that use <bdi>{row.name}</bdi> are refused at once. It cannot be undone.
            </Confirm>
          </span>
        ),
    },
  ];
}
