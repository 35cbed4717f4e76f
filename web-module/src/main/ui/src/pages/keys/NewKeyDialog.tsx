import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../components/Dialog';
import { ProblemNotice } from '../../components/ProblemNotice';
import { RoleChoice } from '../../components/RoleChoice';
import { useApi } from '../../lib/api/context';
import type { User } from '../../lib/api/types';
import { useUnsaved } from '../../lib/dirty';
import { placed } from '../../lib/findings';
import { KeyOnce } from './KeyOnce';

const DAY = 86_400_000;
const USUAL_DAYS = 90;

/** A key expires at the end of the day that is given, in UTC. */
export function NewKeyDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<string[]>(user.roles.length === 1 ? user.roles : []);
  const [lastDay, setLastDay] = useState(() =>
    new Date(Date.now() + USUAL_DAYS * DAY).toISOString().slice(0, 10),
  );
  const create = useMutation({
    mutationFn: () => api.createApiKey({ name: name.trim(), roles, expiresAt: `${lastDay}T23:59:59Z` }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  useUnsaved(name !== '' && !create.isSuccess);
  const findings = placed(create.error, ['name', 'roles', 'expiresAt']);
  if (create.data !== undefined) {
    return <KeyOnce name={create.data.name} text={create.data.key} onClose={onClose} />;
  }
  return (
    <Dialog title="Create an API key" onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        {findings.rest !== null && <ProblemNotice error={findings.rest} />}
        <TextInput
          label="Name"
          description="The program that uses it, for the audit log."
          required
          withAsterisk={false}
          autoFocus
          value={name}
          error={findings.at('name')}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        <RoleChoice
          label="What it may do"
          offered={user.roles}
          chosen={roles}
          onChange={setRoles}
          error={findings.at('roles')}
        />
        <TextInput
          label="Last day (UTC)"
          type="date"
          required
          withAsterisk={false}
          value={lastDay}
          error={findings.at('expiresAt')}
          onChange={(event) => {
            setLastDay(event.currentTarget.value);
          }}
        />
        <footer className="dialog-foot">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={create.isPending} disabled={roles.length === 0}>
            Create
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
