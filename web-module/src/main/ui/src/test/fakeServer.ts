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
