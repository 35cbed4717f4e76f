import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { ProblemNotice } from '../../components/ProblemNotice';
import { ThemeSwitch } from '../../components/ThemeSwitch';
import { Wordmark } from '../../components/Wordmark';
import { useApi, useSession } from '../../lib/api/context';

export function LoginPage({ reason }: { reason: string | undefined }) {
  const api = useApi();
  const session = useSession();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const login = useMutation({
    mutationFn: () => api.login(email.trim(), password),
    onSuccess: (answer) => {
      session.begin(answer);
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    login.mutate();
  };
  return (
    <div className="login">
      <header className="bar">
        <Wordmark />
        <span className="bar-space" />
        <ThemeSwitch />
      </header>
      <main>
        <form onSubmit={submit} className="panel login-form" aria-labelledby="login-title">
          <h1 id="login-title">Log in to the bid desk</h1>
          {reason !== undefined && login.error === null && <Alert color="blue">{reason}</Alert>}
          {login.error !== null && <ProblemNotice error={login.error} />}
          <TextInput
            label="E-mail"
            type="email"
            name="email"
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus
            value={email}
            onChange={(event) => {
              setEmail(event.currentTarget.value);
            }}
          />
          <PasswordInput
            label="Password"
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => {
              setPassword(event.currentTarget.value);
            }}
          />
          <Button type="submit" loading={login.isPending} fullWidth>
            Log in
          </Button>
        </form>
      </main>
    </div>
  );
}
