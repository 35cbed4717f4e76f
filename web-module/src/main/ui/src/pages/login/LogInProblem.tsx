import { ProblemNotice } from '../../components/ProblemNotice';
import { ApiError } from '../../lib/api/problem';

/** A refused log-in, with what to do about it where the server does not say. */
export function LogInProblem({ error }: { error: unknown }) {
  const problem = ApiError.of(error);
  const advice = adviceFor(problem);
  if (advice === undefined) {
    return <ProblemNotice error={problem} />;
  }
  return (
    <ProblemNotice
      error={
        new ApiError(
          problem.title,
          problem.detail === '' ? advice : `${problem.detail} ${advice}`,
          problem.code,
          problem.status,
          problem.findings,
          problem.requestId,
          problem.retryAfter,
        )
      }
    />
  );
}

function adviceFor({ status, code }: ApiError): string | undefined {
  if (status === 429) {
    return 'Too many tries came from here or for this account. Waiting helps, trying on does not; a forgotten password can be reset meanwhile.';
  }
  if (status === 401 && code === 'log-in-refused') {
    return 'Where your organisation logs in by single sign-on only, use that button.';
  }
  if (code === 'challenge-refused') {
    return 'Too much time has passed, or too many codes were wrong. Go back and begin with the password.';
  }
  return undefined;
}
