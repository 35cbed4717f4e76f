import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../components/Dialog';
import { ProblemNotice } from '../../components/ProblemNotice';
import { RoleChoice } from '../../components/RoleChoice';
import { useApi } from '../../lib/api/context';
import { useUnsaved } from '../../lib/dirty';
import { placed } from '../../lib/findings';
import { InvitationLink } from './InvitationLink';

/** Invites somebody by mail; where no mail server is set up, the link can be copied. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [roles, setRoles] = useState<string[]>(['viewer']);
  const invite = useMutation({
    mutationFn: () => api.invite({ email: email.trim(), displayName: displayName.trim(), roles }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['users'] }),
  });
  useUnsaved(!invite.isSuccess && email !== '');
  const findings = placed(invite.error, ['email', 'displayName', 'roles']);
  const invited = invite.data;
  if (invited !== undefined) {
    return (
      <Dialog title="Invited" onClose={onClose}>
        <p>
          A mail to <bdi>{invited.email}</bdi> is on its way, if a mail server is set up. The link in it works
          once.
        </p>
        <InvitationLink id={invited.id} />
        <footer className="dialog-foot">
          <Button onClick={onClose}>Done</Button>
        </footer>
      </Dialog>
    );
  }
  return (
    <Dialog title="Invite a user" onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate();
        }}
      >
        {findings.rest !== null && <ProblemNotice error={findings.rest} />}
        <TextInput
          label="E-mail"
          type="email"
          required
          withAsterisk={false}
          autoFocus
          value={email}
          error={findings.at('email')}
          onChange={(event) => {
            setEmail(event.currentTarget.value);
          }}
        />
        <TextInput
          label="Name"
          required
          withAsterisk={false}
          value={displayName}
          error={findings.at('displayName')}
          onChange={(event) => {
            setDisplayName(event.currentTarget.value);
          }}
        />
        <RoleChoice label="Roles" chosen={roles} onChange={setRoles} error={findings.at('roles')} />
        <footer className="dialog-foot">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={invite.isPending} disabled={roles.length === 0}>
            Invite
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
