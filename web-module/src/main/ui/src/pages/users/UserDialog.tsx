import { Button, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ChangedBetween } from '../../components/ChangedBetween';
import { Confirm } from '../../components/Confirm';
import { Dialog } from '../../components/Dialog';
import { Instant } from '../../components/Instant';
import { Loaded } from '../../components/Loaded';
import { ProblemNotice } from '../../components/ProblemNotice';
import { RoleChoice } from '../../components/RoleChoice';
import { useApi } from '../../lib/api/context';
import type { ListedUser } from '../../lib/api/types';
import { useEdit } from '../../lib/edit';
import { placed } from '../../lib/findings';
import { InvitationLink } from './InvitationLink';

interface Props {
  readonly id: string;
  /** Whether it is oneself, who can neither be suspended nor deleted here. */
  readonly self: boolean;
  readonly onClose: () => void;
}

export function UserDialog({ id, self, onClose }: Props) {
  const api = useApi();
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['user', id], queryFn: () => api.user(id) });
  const refresh = () => queries.invalidateQueries({ queryKey: ['users'] });
  const edit = useEdit({
    query,
    fieldsOf: ({ displayName, roles }: ListedUser) => ({ displayName, roles }),
    save: (etag, typed) => api.changeUser(id, etag, typed),
    onSaved: (saved) => {
      queries.setQueryData(['user', id], saved);
      return refresh();
    },
  });
  const findings = placed(edit.error, ['displayName', 'roles']);
  const { base, fields, etag } = edit;
  return (
    <Dialog title={base?.displayName ?? 'User'} onClose={onClose} wide>
      <Loaded query={query} what="the user">
        {() => null}
      </Loaded>
      {base !== undefined && fields !== undefined && etag !== undefined && (
        <>
          <UserFacts user={base} />
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              edit.submit();
            }}
          >
            <ChangedBetween between={edit.between} onDiscard={edit.discard} />
            {findings.rest !== null && <ProblemNotice error={findings.rest} />}
            <TextInput
              label="Name"
              required
              withAsterisk={false}
              value={fields.displayName}
              error={findings.at('displayName')}
              onChange={(event) => {
                edit.change({ displayName: event.currentTarget.value });
              }}
            />
            <RoleChoice
              label="Roles"
              chosen={fields.roles}
              error={findings.at('roles')}
              onChange={(roles) => {
                edit.change({ roles });
              }}
            />
            <footer className="dialog-foot">
              {edit.saved && (
                <span role="status" className="dim">
                  Saved.
                </span>
              )}
              <Button type="submit" loading={edit.busy} disabled={!edit.unsaved || fields.roles.length === 0}>
                Save
              </Button>
            </footer>
          </form>
          {base.status === 'invited' && <InvitationLink id={id} />}
          <UserActions user={base} etag={etag} self={self} onDeleted={onClose} />
        </>
      )}
    </Dialog>
  );
}

function UserFacts({ user }: { user: ListedUser }) {
  return (
    <dl className="facts-list">
      <dt>E-mail</dt>
      <dd>
        <bdi>{user.email}</bdi>
      </dd>
      <dt>Status</dt>
      <dd>{user.status}</dd>
      <dt>Address</dt>
      <dd>{user.emailVerified ? 'verified' : 'not yet verified'}</dd>
      <dt>Since</dt>
      <dd>
        <Instant at={user.createdAt} />
      </dd>
    </dl>
  );
}

interface ActionsProps {
  readonly user: ListedUser;
  readonly etag: string;
  readonly self: boolean;
  readonly onDeleted: () => void;
}

function UserActions({ user, etag, self, onDeleted }: ActionsProps) {
  const api = useApi();
  const queries = useQueryClient();
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['users'] }),
      queries.invalidateQueries({ queryKey: ['user', user.id] }),
    ]);
  const then = (deed: () => Promise<unknown>) => async () => {
    await deed();
    await refresh();
  };
  return (
    <div className="actions" role="group" aria-label="Account">
      <Confirm
        action="End all sessions"
        title="End all sessions?"
        onConfirm={then(() => api.endUserSessions(user.id))}
      >
        <bdi>{user.displayName}</bdi> has to log in again everywhere. What they typed and did not save stays
        on their page.
      </Confirm>
      {user.status !== 'invited' && (
        <Confirm
          action="Reset second factor"
          title="Reset the second factor?"
          onConfirm={then(() => api.resetSecondFactor(user.id))}
        >
          For when the phone and the recovery codes are lost. Make sure that it is really them who ask. The
          next log-in needs the password alone, or sets a new second factor up where the organisation requires
          one.
        </Confirm>
      )}
      {!self && user.status === 'active' && (
        <Confirm
          action="Suspend"
          title="Suspend the account?"
          onConfirm={then(() => api.changeUser(user.id, etag, { status: 'suspended' }))}
        >
          <bdi>{user.displayName}</bdi> can no longer log in, and all sessions end. It can be undone.
        </Confirm>
      )}
      {!self && user.status === 'suspended' && (
        <Confirm
          action="Reactivate"
          title="Let them in again?"
          danger={false}
          onConfirm={then(() => api.changeUser(user.id, etag, { status: 'active' }))}
        >
          <bdi>{user.displayName}</bdi> can log in again with the same roles.
        </Confirm>
      )}
      {!self && (
        <Confirm
          action="Delete"
          title="Delete the account?"
          onConfirm={async () => {
            await api.deleteUser(user.id, etag);
            await queries.invalidateQueries({ queryKey: ['users'] });
            onDeleted();
          }}
        >
          <bdi>{user.displayName}</bdi> can no longer log in. The audit log keeps what they did. It cannot be
          undone.
        </Confirm>
      )}
    </div>
  );
}
