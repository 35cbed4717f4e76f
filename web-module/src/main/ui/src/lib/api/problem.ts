import type { Finding, Problem } from './types';

/** A request that did not succeed, in words that an operator can act on. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  /**
   * @param title what went wrong, one line
   * @param detail what to do, or which rule was broken
   * @param code the stable code of the problem; `network` where no answer came
   * @param status HTTP status; 0 where no answer came
   * @param retryAfter seconds after which the server asks to try again
   */
  constructor(
    readonly title: string,
    readonly detail: string,
    readonly code: string,
    readonly status: number,
    readonly findings: readonly Finding[] = [],
    readonly requestId?: string,
    readonly retryAfter?: number,
  ) {
    super(`${title} (${code})`);
  }

  static unreachable(): ApiError {
    return new ApiError(
      'The server cannot be reached.',
      'Check that OptiBid is running and that this computer is on its network, then try again. Nothing that you entered is lost.',
      'network',
      0,
    );
  }

  static silent(seconds: number): ApiError {
    return new ApiError(
      `The server gave no answer within ${seconds} s.`,
      'It may be overloaded or starting. Try again; if it goes on, look at /health on the server.',
      'timeout',
      0,
    );
  }

  /** From any refused answer: a problem document (RFC 9457), or whatever a proxy in between wrote. */
  static async from(response: Response): Promise<ApiError> {
    const requestId = response.headers.get('X-Request-Id') ?? undefined;
    const wait = Number(response.headers.get('Retry-After') ?? NaN);
    const retryAfter = Number.isFinite(wait) && wait > 0 ? wait : undefined;
    const body = await problemIn(response);
    if (body === undefined) {
      return new ApiError(
        `The server answered with HTTP ${response.status}.`,
        'The answer says no more. Give the time and the request id to whoever runs the server.',
        `http-${response.status}`,
        response.status,
        [],
        requestId,
        retryAfter,
      );
    }
    return ApiError.ofProblem(body, requestId, response.status, retryAfter);
  }

  static ofProblem(problem: Partial<Problem>, requestId?: string, status = 0, retryAfter?: number): ApiError {
    return new ApiError(
      problem.title ?? 'The request was refused.',
      problem.detail ?? '',
      problem.code ?? `http-${problem.status ?? status}`,
      problem.status ?? status,
      problem.errors ?? [],
      problem.requestId ?? requestId,
      retryAfter,
    );
  }

  /** Anything thrown, as an error that can be shown. */
  static of(thrown: unknown): ApiError {
    return thrown instanceof ApiError
      ? thrown
      : new ApiError('The console failed.', String(thrown), 'console-error', 0);
  }
}

async function problemIn(response: Response): Promise<Partial<Problem> | undefined> {
  if (!(response.headers.get('Content-Type') ?? '').includes('json')) {
    return undefined;
  }
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}
