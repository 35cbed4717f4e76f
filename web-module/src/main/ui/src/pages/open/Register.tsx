import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { NewPassword } from '../../components/PasswordFields';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import { placed } from '../../lib/findings';

const EMPTY = { organisationName: '', displayName: '', email: '', password: '' };
const TEXTS = [
  { key: 'organisationName', label: 'Organisation', autoComplete: 'organization', type: 'text' },
  { key: 'displayName', label: 'Your name', autoComplete: 'name', type: 'text' },
  { key: 'email', label: 'E-mail', autoComplete: 'username', type: 'email' },
] as const;

/** An organisation with its first administrator. The answer is the same whether the address is known or not. */
export function Register() {
  const api = useApi();
  const [values, setValues] = useState(EMPTY);
  const register = useMutation({ mutationFn: () => api.register(values) });
  const findings = placed(register.error, Object.keys(EMPTY));
  if (register.isSuccess) {
    return (
      <>
        <h1>Look into your mailbox</h1>
        <p role="status">
          If <b>{values.email}</b> can be registered, a mail with a link is on its way. Follow it, then log
          in.
        </p>
      </>
    );
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        register.mutate();
      }}
    >
      <h1>Register an organisation</h1>
      <p className="dim">You become its first administrator, and invite the others.</p>
      {findings.rest !== null && <ProblemNotice error={findings.rest} />}
      {TEXTS.map(({ key, label, autoComplete, type }) => (
        <TextInput
          key={key}
          label={label}
          type={type}
          autoComplete={autoComplete}
          required
          withAsterisk={false}
          autoFocus={key === 'organisationName'}
          value={values[key]}
          error={findings.at(key)}
          onChange={(event) => {
            setValues({ ...values, [key]: event.currentTarget.value });
          }}
        />
      ))}
      <NewPassword
        label="Password"
        value={values.password}
        error={findings.at('password')}
        onChange={(password) => {
          setValues({ ...values, password });
        }}
      />
      <Button type="submit" size="sm" loading={register.isPending} fullWidth>
        Register
      </Button>
    </form>
  );
}
