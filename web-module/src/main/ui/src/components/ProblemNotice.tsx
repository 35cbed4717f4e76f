import { Alert, Button } from '@mantine/core';
import { ApiError } from '../lib/api/problem';

interface Props {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** A refusal in full: what, why, every finding, and what to quote when asking for help. */
export function ProblemNotice({ error, onRetry }: Props) {
  const problem = ApiError.of(error);
  const wait = problem.retryAfter;
  return (
    <Alert color="red" variant="light" title={problem.title} role="alert" className="problem">
      {problem.detail !== '' && <p>{problem.detail}</p>}
      {wait !== undefined && <p>Try again {inWords(wait)}.</p>}
      {problem.findings.length > 0 && (
        <ul>
          {problem.findings.map((finding, index) => (
            <li key={index}>
              {finding.path !== undefined && <code>{finding.path}</code>} {finding.message}
              {finding.value !== undefined && <span className="dim"> (given: {finding.value})</span>}
            </li>
          ))}
        </ul>
      )}
      <p className="dim">
        <code>{problem.code}</code>
        {problem.requestId !== undefined && (
          <>
            {' '}
            · request <code>{problem.requestId}</code>
          </>
        )}
      </p>
      {onRetry !== undefined && (
        <Button size="xs" variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}

function inWords(seconds: number): string {
  return seconds < 120 ? `in ${Math.ceil(seconds)} s` : `in ${Math.ceil(seconds / 60)} minutes`;
}
