import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../lib/api/context';
import { EnrolForm, Secret } from '../login/EnrolForm';
import { LogInProblem } from '../login/LogInProblem';

/** Sets the second factor up for somebody who is logged in: the password once more, then as at a log-in. */
export function EnrolOwn({ onDone }: { onDone: () => void }) {
  const api = useApi();
  const [password, setPassword] = useState('');
  const begin = useMutation({ mutationFn: () => api.startEnrolment({ password }) });
  if (begin.data !== undefined) {
    return <EnrolForm secret={<Secret enrolment={begin.data} />} ready onDone={onDone} onBack={onDone} />;
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate();
      }}
    >
      <p className="dim">So that nobody else sets it up at a computer that you have left.</p>
      {begin.error !== null && <LogInProblem error={begin.error} />}
      <PasswordInput
        label="Password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => {
          setPassword(event.currentTarget.value);
        }}
      />
      <Button type="submit" loading={begin.isPending}>
        Continue
      </Button>
    </form>
  );
}
