import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CopyText } from '../../components/CopyText';
import { Loaded } from '../../components/Loaded';
import { QrCode } from '../../components/QrCode';
import { useApi } from '../../lib/api/context';
import type { Access } from '../../lib/api/types';
import { LogInProblem } from './LogInProblem';
import { RecoveryCodes } from './RecoveryCodes';

interface Props {
  /** Of a log-in that needs the second factor first; absent for somebody who is logged in. */
  readonly challenge?: string;
  readonly onDone: (access: Access | undefined) => void;
  readonly onBack: () => void;
}

/** Sets the second factor up: scan or type the secret, prove that it works, keep the recovery codes. */
export function Enrol({ challenge, onDone, onBack }: Props) {
  const api = useApi();
  const [code, setCode] = useState('');
  const secret = useQuery({
    queryKey: ['enrolment', challenge],
    queryFn: () => api.startEnrolment(challenge),
    // Asked again, the server would make another secret than the one that was scanned.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const confirm = useMutation({
    mutationFn: () => api.confirmEnrolment(code.replaceAll(/\s/g, ''), challenge),
  });
  const confirmed = confirm.data;
  if (confirmed !== undefined) {
    return (
      <RecoveryCodes
        codes={confirmed.recoveryCodes}
        onDone={() => {
          onDone(confirmed.access);
        }}
      />
    );
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <h1>Set up the second factor</h1>
      <p className="dim">
        {challenge !== undefined && 'Your organisation asks for it. '}
        Scan the picture with an authenticator app, or type the secret into it, then enter the six digits that
        it shows.
      </p>
      <Loaded query={secret} what="the secret">
        {({ secret: text, otpauthUri }) => (
          <>
            <QrCode text={otpauthUri} label="QR code of the secret for an authenticator app" />
            <CopyText label="Secret, where the picture cannot be scanned" text={text} />
          </>
        )}
      </Loaded>
      {confirm.error !== null && <LogInProblem error={confirm.error} />}
      <TextInput
        label="Six digits"
        name="code"
        size="sm"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        withAsterisk={false}
        value={code}
        onChange={(event) => {
          setCode(event.currentTarget.value);
        }}
      />
      <Button
        type="submit"
        size="sm"
        loading={confirm.isPending}
        disabled={secret.data === undefined}
        fullWidth
      >
        Confirm
      </Button>
      <Button size="sm" variant="default" fullWidth onClick={onBack}>
        Cancel
      </Button>
    </form>
  );
}
