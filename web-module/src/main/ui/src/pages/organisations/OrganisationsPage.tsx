import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm } from '../../components/Confirm';
import { DataTable, type Column } from '../../components/DataTable';
import { Dialog } from '../../components/Dialog';
import { Instant } from '../../components/Instant';
import { Loaded } from '../../components/Loaded';
import { PageHead } from '../../components/PageHead';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import type { Organisation } from '../../lib/api/types';
import { placed } from '../../lib/findings';
import { counted, words } from '../../lib/format';

/** All organisations of the platform, for its operator. */
export function OrganisationsPage() {
  const api = useApi();
  const organisations = useQuery({ queryKey: ['organisations'], queryFn: () => api.organisations() });
  const [search, setSearch] = useState('');
  const [creating, setCreating] = useState(false);
  const text = search.trim().toLowerCase();
  return (
    <main id="content" tabIndex={-1} className="page">
      <PageHead title="Organisations">
        <Button
          onClick={() => {
            setCreating(true);
          }}
        >
          Create an organisation
        </Button>
      </PageHead>
      <div className="filters">
        <TextInput
          label="Name"
          type="search"
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
          }}
        />
      </div>
      <Loaded query={organisations} what="the organisations">
        {(all) => {
          const rows = all.filter((each) => each.name.toLowerCase().includes(text));
          return (
            <>
              <p className="dim small count">{counted(rows.length, all.length, 'organisation')}</p>
              <DataTable label="Organisations" rows={rows} columns={COLUMNS} rowKey={(row) => row.id} />
            </>
          );
        }}
      </Loaded>
      {creating && (
        <CreateDialog
          onClose={() => {
            setCreating(false);
          }}
        />
      )}
    </main>
  );
}

const COLUMNS: Column<Organisation>[] = [
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
    key: 'status',
    title: 'Status',
    text: true,
    value: (row) => row.status,
    show: (row) => (
      <span className={`tag tag-${row.status === 'active' ? 'good' : 'bad'}`}>{words(row.status)}</span>
    ),
  },
  {
    key: 'created',
    title: 'Created',
    text: true,
    value: (row) => row.createdAt,
    show: (row) => <Instant at={row.createdAt} />,
  },
  {
    key: 'actions',
    title: 'Actions',
    text: true,
    value: () => undefined,
    show: (row) => <Actions organisation={row} />,
  },
];

/** The version is read at the moment of the deed: there is nothing typed that could overwrite another's change. */
function Actions({ organisation }: { organisation: Organisation }) {
  const api = useApi();
  const queries = useQueryClient();
  const deed = (work: (etag: string) => Promise<unknown>) => async () => {
    const { etag } = await api.organisation(organisation.id);
    await work(etag);
    await queries.invalidateQueries({ queryKey: ['organisations'] });
  };
  const name = <bdi>{organisation.name}</bdi>;
  return (
    <span className="actions">
      {organisation.status === 'active' ? (
        <Confirm
          action="Suspend"
          title="Suspend the organisation?"
          onConfirm={deed((etag) => api.changeOrganisation(organisation.id, etag, { status: 'suspended' }))}
        >
          Nobody of {name} can log in, its keys are refused, and its sessions end. It can be undone.
        </Confirm>
      ) : (
        <Confirm
          action="Reactivate"
          title="Let the organisation in again?"
          danger={false}
          onConfirm={deed((etag) => api.changeOrganisation(organisation.id, etag, { status: 'active' }))}
        >
          The users and keys of {name} work again.
        </Confirm>
      )}
      <Confirm
        action="Delete"
        title="Delete the organisation?"
        onConfirm={deed((etag) => api.deleteOrganisation(organisation.id, etag))}
      >
        Nobody of {name} can log in again. Its history and its audit log are kept. It cannot be undone.
      </Confirm>
    </span>
  );
}

const EMPTY = { name: '', administratorName: '', administratorEmail: '' };
const FIELDS = [
  { key: 'name', label: 'Organisation', type: 'text' },
  { key: 'administratorName', label: 'Name of its first administrator', type: 'text' },
  { key: 'administratorEmail', label: 'E-mail of its first administrator', type: 'email' },
] as const;

function CreateDialog({ onClose }: { onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const [values, setValues] = useState(EMPTY);
  const create = useMutation({
    mutationFn: () => api.createOrganisation(values),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['organisations'] });
      onClose();
    },
  });
  const findings = placed(create.error, Object.keys(EMPTY));
  return (
    <Dialog title="Create an organisation" onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        {findings.rest !== null && <ProblemNotice error={findings.rest} />}
        {FIELDS.map(({ key, label, type }) => (
          <TextInput
            key={key}
            label={label}
            type={type}
            required
            withAsterisk={false}
            value={values[key]}
            error={findings.at(key)}
            onChange={(event) => {
              setValues({ ...values, [key]: event.currentTarget.value });
            }}
          />
        ))}
        <p className="dim small">The administrator is invited by mail; the link also waits under “Mails”.</p>
        <footer className="dialog-foot">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={create.isPending}>
            Create
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
