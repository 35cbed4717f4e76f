import { vi } from 'vitest';

export type Answer = (request: Request) => Response | Promise<Response>;

/** Stands where the network begins: answers by `METHOD /path`, and keeps what was asked. */
export function fakeServer(answers: Record<string, Answer>): Request[] {
  const asked: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request.clone());
    const route = `${request.method} ${new URL(request.url).pathname}`;
    const answer = answers[route];
    return answer === undefined
      ? problem(404, 'not-found', `Nothing answers ${route} in this test`)
      : answer(request);
  });
  return asked;
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}

export function problem(status: number, code: string, title: string, more: object = {}): Response {
  return new Response(JSON.stringify({ type: 'about:blank', status, code, title, ...more }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'X-Request-Id': 'from-header' },
  });
}

/** What the bid desk asks for when there is nothing yet. */
export const QUIET: Record<string, Answer> = {
  'GET /api/v1/alerts': () => json({ items: [] }),
  'GET /api/v1/bid-runs': () => json({ items: [] }),
  'GET /api/v1/assets': () => json({ items: [] }),
  'GET /api/v1/sites': () => json({ items: [] }),
  'GET /api/v1/products': () => json({ items: [] }),
  'GET /api/v1/zones': () => json({ items: [] }),
};

/** One thing with its version. */
export function versioned(body: object, etag: string): Response {
  const answer = json(body);
  answer.headers.set('ETag', etag);
  return answer;
}

/** The answer to whoever comes late. */
export function late(message: string): Response {
  return problem(412, 'precondition-failed', 'Someone changed it meanwhile.', {
    detail: 'It is at version 4, not at 3; Tanja changed it at 2026-11-22T11:00:00Z',
    errors: [{ code: 'changed', path: message.split(' ')[0], message }],
  });
}
