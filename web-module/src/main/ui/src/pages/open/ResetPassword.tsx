import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { NewPassword } from '../../components/PasswordFields';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import { placed } from '../../lib/findings';
import { Done } from './Done';

export function ResetPassword({ token }: { token: string }) {
  const api = useApi();
  const [password, setPassword] = useState('');
  const reset = useMutation({ mutationFn: () => api.resetPassword(token, password) });
  const findings = placed(reset.error, ['newPassword']);
  if (reset.isSuccess) {
    return (
      <Done title="The password is changed">
        All sessions of the account have ended. Log in with the new one.
      </Done>
    );
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        reset.mutate();
      }}
    >
      <h1>Choose a new password</h1>
      {findings.rest !== null && <ProblemNotice error={findings.rest} />}
      <NewPassword value={password} error={findings.at('newPassword')} onChange={setPassword} />
      <Button type="submit" size="sm" loading={reset.isPending} fullWidth>
        Change the password
      </Button>
    </form>
  );
}
