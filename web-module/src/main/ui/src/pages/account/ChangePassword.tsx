import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { NewPassword } from '../../components/PasswordFields';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import { placed } from '../../lib/findings';

const EMPTY = { currentPassword: '', newPassword: '' };

export function ChangePassword() {
  const api = useApi();
  const [values, setValues] = useState(EMPTY);
  const change = useMutation({
    mutationFn: () => api.changePassword(values.currentPassword, values.newPassword),
    onSuccess: () => {
      setValues(EMPTY);
    },
  });
  const findings = placed(change.error, Object.keys(EMPTY));
  return (
    <section className="panel section" aria-labelledby="password-title">
      <h2 id="password-title">Password</h2>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        {findings.rest !== null && <ProblemNotice error={findings.rest} />}
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={values.currentPassword}
          error={findings.at('currentPassword')}
          onChange={(event) => {
            setValues({ ...values, currentPassword: event.currentTarget.value });
          }}
        />
        <NewPassword
          value={values.newPassword}
          error={findings.at('newPassword')}
          onChange={(newPassword) => {
            setValues({ ...values, newPassword });
          }}
        />
        <footer className="form-foot">
          <Button type="submit" loading={change.isPending}>
            Change the password
          </Button>
          {change.isSuccess && (
            <span role="status" className="dim">
              Changed. Your other sessions have ended.
            </span>
          )}
        </footer>
      </form>
    </section>
  );
}
