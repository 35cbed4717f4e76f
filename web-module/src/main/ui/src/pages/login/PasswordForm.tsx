import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { LogInProblem } from './LogInProblem';

interface Props {
  readonly email: string;
  readonly fixed: boolean;
  readonly onEmail: (email: string) => void;
  readonly error: Error | null;
  readonly busy: boolean;
  readonly onSubmit: (password: string) => void;
  readonly onSingleSignOn: () => void;
}

export function PasswordForm({ email, fixed, onEmail, error, busy, onSubmit, onSingleSignOn }: Props) {
  const [password, setPassword] = useState('');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(password);
      }}
    >
      {error !== null && <LogInProblem error={error} />}
      <TextInput
        label="E-mail"
        type="email"
        name="email"
        size="sm"
        autoComplete="username"
        required
        withAsterisk={false}
        autoFocus={!fixed}
        readOnly={fixed}
        value={email}
        onChange={(event) => {
          onEmail(event.currentTarget.value);
        }}
      />
      <PasswordInput
        label="Password"
        name="password"
        size="sm"
        autoComplete="current-password"
        required
        withAsterisk={false}
        autoFocus={fixed}
        value={password}
        onChange={(event) => {
          setPassword(event.currentTarget.value);
        }}
      />
      <Button type="submit" size="sm" loading={busy} fullWidth>
        Log in
      </Button>
      <Button size="sm" variant="default" fullWidth onClick={onSingleSignOn}>
        Single sign-on
      </Button>
    </form>
  );
}
