import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { NewPassword } from '../../components/PasswordFields';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import { placed } from '../../lib/findings';
import { Done } from './Done';

/** The invited person gives a name and a password, and the account is theirs. */
export function AcceptInvitation({ token }: { token: string }) {
  const api = useApi();
  const [displayName, setDisplayName] = useState('');
  const [password, setPassword] = useState('');
  const accept = useMutation({ mutationFn: () => api.acceptInvitation({ token, displayName, password }) });
  const findings = placed(accept.error, ['displayName', 'password']);
  if (accept.isSuccess) {
    return (
      <Done title="Welcome">Your account is ready. Log in with your e-mail address and the password.</Done>
    );
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        accept.mutate();
      }}
    >
      <h1>Accept the invitation</h1>
      {findings.rest !== null && <ProblemNotice error={findings.rest} />}
      <TextInput
        label="Your name"
        description="As your colleagues shall see it."
        autoComplete="name"
        required
        withAsterisk={false}
        autoFocus
        value={displayName}
        error={findings.at('displayName')}
        onChange={(event) => {
          setDisplayName(event.currentTarget.value);
        }}
      />
      <NewPassword label="Password" value={password} error={findings.at('password')} onChange={setPassword} />
      <Button type="submit" size="sm" loading={accept.isPending} fullWidth>
        Accept
      </Button>
    </form>
  );
}
