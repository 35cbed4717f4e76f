import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';

/** Sends a link, where there is an account; the answer does not tell. */
export function ForgotPassword() {
  const api = useApi();
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => api.forgotPassword(email.trim()) });
  if (ask.isSuccess) {
    return (
      <>
        <h1>Look into your mailbox</h1>
        <p role="status">
          If there is an account for <b>{email}</b>, a mail with a link is on its way. The link works once,
          and for a short time. Nothing came? Ask an administrator of your organisation, who can copy the link
          where no mail server is set up.
        </p>
      </>
    );
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <h1>Reset the password</h1>
      {ask.error !== null && <ProblemNotice error={ask.error} />}
      <TextInput
        label="E-mail"
        type="email"
        size="sm"
        autoComplete="username"
        required
        withAsterisk={false}
        autoFocus
        value={email}
        onChange={(event) => {
          setEmail(event.currentTarget.value);
        }}
      />
      <Button type="submit" size="sm" loading={ask.isPending} fullWidth>
        Send me a link
      </Button>
    </form>
  );
}
