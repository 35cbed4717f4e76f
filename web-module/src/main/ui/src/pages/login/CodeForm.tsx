import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { LogInOutcome } from '../../lib/api/authentication';
import { useApi } from '../../lib/api/context';
import { LogInProblem } from './LogInProblem';

interface Props {
  readonly challenge: string;
  readonly onOutcome: (outcome: LogInOutcome) => void;
  readonly onBack: () => void;
}

/** The second factor: the six digits of the moment, or one of the recovery codes. */
export function CodeForm({ challenge, onOutcome, onBack }: Props) {
  const api = useApi();
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState('');
  const verify = useMutation({
    mutationFn: () => api.verifyCode(challenge, recovery ? code.trim() : code.replaceAll(/\s/g, '')),
    onSuccess: onOutcome,
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        verify.mutate();
      }}
    >
      <h1>{recovery ? 'Recovery code' : 'Code of your authenticator'}</h1>
      {verify.error !== null && <LogInProblem error={verify.error} />}
      <TextInput
        key={String(recovery)}
        label={recovery ? 'Recovery code' : 'Six digits'}
        description={
          recovery
            ? 'One of the codes that you kept when you set the second factor up. Each works once.'
            : 'From the app on your phone. A new code comes every 30 seconds.'
        }
        name="code"
        size="sm"
        inputMode={recovery ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        required
        withAsterisk={false}
        autoFocus
        spellCheck={false}
        value={code}
        onChange={(event) => {
          setCode(event.currentTarget.value);
        }}
      />
      <Button type="submit" size="sm" loading={verify.isPending} fullWidth>
        Continue
      </Button>
      <Button
        size="sm"
        variant="default"
        fullWidth
        onClick={() => {
          setCode('');
          verify.reset();
          setRecovery(!recovery);
        }}
      >
        {recovery ? 'Use the authenticator' : 'Use a recovery code'}
      </Button>
      <Button size="sm" variant="transparent" fullWidth onClick={onBack}>
        Back
      </Button>
    </form>
  );
}
