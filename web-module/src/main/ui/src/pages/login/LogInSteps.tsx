import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useApi } from '../../lib/api/context';
import type { LogInOutcome } from '../../lib/api/authentication';
import { CodeForm } from './CodeForm';
import { Enrol } from './Enrol';
import { PasswordForm } from './PasswordForm';
import { SingleSignOnForm } from './SingleSignOnForm';

type Step =
  { readonly kind: 'password' } | { readonly kind: 'single-sign-on' } | Exclude<LogInOutcome, { kind: 'in' }>;

interface Props {
  readonly title?: string;
  /** Fixed where it is known who has to log in. */
  readonly email?: string;
  readonly notice: ReactNode;
  /** Begins with the organisation's own log-in. */
  readonly singleSignOn?: boolean;
}

/** Password, then what the organisation asks for besides; or the organisation's own log-in. */
export function LogInSteps({ title, email: fixed, notice, singleSignOn = false }: Props) {
  const api = useApi();
  const [step, setStep] = useState<Step>({ kind: singleSignOn ? 'single-sign-on' : 'password' });
  const [email, setEmail] = useState(fixed ?? '');
  const follow = (outcome: LogInOutcome) => {
    if (outcome.kind === 'in') {
      api.begin(outcome.access);
    } else {
      setStep(outcome);
    }
  };
  const logIn = useMutation({
    mutationFn: (password: string) => api.logIn(email.trim(), password),
    onSuccess: follow,
  });
  const back = () => {
    logIn.reset();
    setStep({ kind: 'password' });
  };
  switch (step.kind) {
    case 'password':
      return (
        <>
          {title !== undefined && <h1>{title}</h1>}
          {logIn.error === null && notice}
          <PasswordForm
            email={email}
            fixed={fixed !== undefined}
            onEmail={setEmail}
            error={logIn.error}
            busy={logIn.isPending}
            onSubmit={(password) => {
              logIn.mutate(password);
            }}
            onSingleSignOn={() => {
              setStep({ kind: 'single-sign-on' });
            }}
          />
        </>
      );
    case 'single-sign-on':
      return <SingleSignOnForm email={email} onEmail={setEmail} onBack={back} />;
    case 'second-factor':
      return <CodeForm challenge={step.challenge} onOutcome={follow} onBack={back} />;
    case 'enrolment':
      return (
        <Enrol
          challenge={step.challenge}
          onDone={(access) => {
            if (access === undefined) {
              back();
            } else {
              api.begin(access);
            }
          }}
          onBack={back}
        />
      );
  }
}
