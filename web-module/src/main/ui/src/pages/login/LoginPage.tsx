import { Alert } from '@mantine/core';
import { addressOf, useRoute } from '../../lib/route';
import { OpenFrame } from '../open/OpenFrame';
import { LogInSteps } from './LogInSteps';

export function LoginPage({ reason }: { reason: string | undefined }) {
  const route = useRoute();
  const failed = route.query.get('problem');
  return (
    <OpenFrame>
      <LogInSteps
        key={route.page === 'single-sign-on' ? 'sso' : 'password'}
        singleSignOn={route.page === 'single-sign-on'}
        title="Log in to the bid desk"
        notice={
          <>
            {reason !== undefined && <Alert color="blue">{reason}</Alert>}
            {failed !== null && <SingleSignOnFailed code={failed} />}
          </>
        }
      />
      <p className="login-links">
        <a href={addressOf('forgot-password')}>Forgot the password?</a>
        <a href={addressOf('register')}>Register an organisation</a>
      </p>
    </OpenFrame>
  );
}

function SingleSignOnFailed({ code }: { code: string }) {
  return (
    <Alert color="red" role="alert" title="Single sign-on did not let you in.">
      <p>
        Try once more. If it goes on, tell your administrator this code: <code>{code}</code>
      </p>
    </Alert>
  );
}
