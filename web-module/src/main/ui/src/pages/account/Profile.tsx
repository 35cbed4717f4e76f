import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import type { User } from '../../lib/api/types';
import { useUnsaved } from '../../lib/dirty';
import { placed } from '../../lib/findings';

export function Profile({ user }: { user: User }) {
  const api = useApi();
  const [typed, setTyped] = useState<string>();
  const name = typed ?? user.displayName;
  const unsaved = typed !== undefined && typed !== user.displayName;
  useUnsaved(unsaved);
  const save = useMutation({
    mutationFn: () => api.changeName(name.trim()),
    onSuccess: () => {
      setTyped(undefined);
    },
  });
  const findings = placed(save.error, ['displayName']);
  return (
    <section className="panel section" aria-labelledby="profile-title">
      <h2 id="profile-title">Profile</h2>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {findings.rest !== null && <ProblemNotice error={findings.rest} />}
        <TextInput
          label="Name"
          autoComplete="name"
          required
          withAsterisk={false}
          value={name}
          error={findings.at('displayName')}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
        <dl className="facts-list">
          <dt>E-mail</dt>
          <dd>
            <bdi>{user.email}</bdi>
          </dd>
          <dt>Organisation</dt>
          <dd>
            <bdi>{user.organisation.name}</bdi>
          </dd>
          <dt>Roles</dt>
          <dd>{user.roles.join(', ')}</dd>
        </dl>
        <footer className="form-foot">
          <Button type="submit" loading={save.isPending} disabled={!unsaved}>
            Save
          </Button>
          {save.isSuccess && !unsaved && (
            <span role="status" className="dim">
              Saved.
            </span>
          )}
        </footer>
      </form>
    </section>
  );
}
