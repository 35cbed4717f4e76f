import { ApiError } from './api/problem';

/** The server's findings beside the fields that they are about; what belongs to no field stays with the notice. */
export interface Placed {
  readonly at: (path: string) => string | undefined;
  readonly rest: ApiError | null;
}

/** @param paths the fields that the form shows, as the server names them */
export function placed(error: unknown, paths: readonly string[]): Placed {
  if (error === null || error === undefined) {
    return { at: () => undefined, rest: null };
  }
  const problem = ApiError.of(error);
  const shown = problem.findings.filter(
    (finding) => finding.code !== 'changed' && finding.path !== undefined && paths.includes(finding.path),
  );
  const rest = problem.findings.filter((finding) => !shown.includes(finding));
  return {
    at: (path) =>
      shown
        .filter((finding) => finding.path === path)
        .map((finding) => capital(finding.message))
        .join(' ') || undefined,
    rest: new ApiError(
      problem.title,
      rest.length === 0 && shown.length > 0 ? 'See the marked fields.' : problem.detail,
      problem.code,
      problem.status,
      rest,
      problem.requestId,
      problem.retryAfter,
    ),
  };
}

function capital(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}
