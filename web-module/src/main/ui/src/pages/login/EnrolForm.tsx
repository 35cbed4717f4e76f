import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { CopyText } from '../../components/CopyText';
import { QrCode } from '../../components/QrCode';
import { useApi } from '../../lib/api/context';
import type { Access, Enrolment } from '../../lib/api/types';
import { LogInProblem } from './LogInProblem';
import { RecoveryCodes } from './RecoveryCodes';

interface Props {
  /** Of a log-in that needs the second factor first; absent for somebody who is logged in. */
  readonly challenge?: string;
  /** The secret, or why it is not there. */
  readonly secret: ReactNode;
  readonly ready: boolean;
  readonly onDone: (access: Access | undefined) => void;
  readonly onBack: () => void;
}

/** Scan or type the secret, prove that it works, keep the recovery codes. */
export function EnrolForm({ challenge, secret, ready, onDone, onBack }: Props) {
  const api = useApi();
  const [code, setCode] = useState('');
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
      {secret}
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
      <Button type="submit" size="sm" loading={confirm.isPending} disabled={!ready} fullWidth>
        Confirm
      </Button>
      <Button size="sm" variant="default" fullWidth onClick={onBack}>
        Cancel
      </Button>
    </form>
  );
}

export function Secret({ enrolment }: { enrolment: Enrolment }) {
  return (
    <>
      <QrCode text={enrolment.otpauthUri} label="QR code of the secret for an authenticator app" />
      <CopyText label="Secret, where the picture cannot be scanned" text={enrolment.secret} />
    </>
  );
}
