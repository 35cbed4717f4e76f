import createClient, { type Client } from 'openapi-fetch';
import { SessionKeeper } from './keeper';
import { ApiError } from './problem';
import type { Paths } from './provisional';
import type { Session } from './session';
import { NO_TABS, type Tabs } from './tabs';
import type { Page, Versioned } from './types';

/** A page of another origin cannot send this header without being allowed to: the cookie alone moves nothing. */
export const OWN_PAGE = { params: { header: { 'X-OptiBid-Request': '1' } } };

const PATIENCE_SECONDS = 20;

/** For a file that is imported: a month of all zones takes ten seconds on a quiet server. */
const PATIENCE_WITH_FILES_SECONDS = 600;
const FILES = '/api/v1/market-data/files';

/** What the server gives at most of a list in one answer. */
export const LARGEST_PAGE = 500;

/** Operations that a session begins or ends with: they carry no access token, and their 401 says nothing about one. */
const WITHOUT_TOKEN =
  /\/api\/v1\/auth\/(login|refresh|register|verify-email|forgot-password|reset-password|accept-invitation|oidc\/start|mfa\/verify)$/;

/** Part of a log-in, also of one that lets an ended session go on. */
const AUTHENTICATION = '/api/v1/auth/';

export interface Transport {
  readonly client: Client<Paths>;
  readonly keeper: SessionKeeper;
  readonly session: Session;
}

/** The one place that fetches: adds the token, renews it when it is refused, and turns every failure into an {@link ApiError}. */
export function createTransport(session: Session, baseUrl: string, tabs: Tabs = NO_TABS): Transport {
  const client: Client<Paths> = createClient<Paths>({
    baseUrl: baseUrl.replace(/\/$/, ''),
    credentials: 'same-origin',
    // A page of another origin cannot send this header without being allowed to: the cookie alone moves nothing.
    headers: { 'X-OptiBid-Request': '1' },
    fetch: (request) => send(request, session, keeper),
  });
  const keeper = new SessionKeeper(session, tabs, async () =>
    data(client.POST('/api/v1/auth/refresh', OWN_PAGE)),
  );
  return { client, keeper, session };
}

async function send(request: Request, session: Session, keeper: SessionKeeper): Promise<Response> {
  if (WITHOUT_TOKEN.test(pathOf(request))) {
    return accepted(await answer(request));
  }
  const token = session.token;
  if (token === undefined) {
    const waiting = session.state().kind === 'ended' && !pathOf(request).includes(AUTHENTICATION);
    return accepted(waiting ? sessionEnded() : await answer(request));
  }
  const again = request.clone();
  request.headers.set('Authorization', `Bearer ${token}`);
  const response = await answer(request);
  if (response.status !== 401 || !(await hasNewToken(token, session, keeper))) {
    return accepted(response);
  }
  again.headers.set('Authorization', `Bearer ${session.token ?? ''}`);
  return accepted(await answer(again));
}

// The token that was refused may already have been replaced by a newer one.
async function hasNewToken(refused: string, session: Session, keeper: SessionKeeper): Promise<boolean> {
  return session.token === refused ? keeper.renew() : session.token !== undefined;
}

function pathOf(request: Request): string {
  return new URL(request.url).pathname;
}

function sessionEnded(): Response {
  return Response.json(
    { title: 'Your session has ended.', detail: 'Log in again to go on.', code: 'session-ended' },
    { status: 401, headers: { 'Content-Type': 'application/problem+json' } },
  );
}

async function accepted(response: Response): Promise<Response> {
  if (response.ok) {
    return response;
  }
  throw await ApiError.from(response);
}

async function answer(request: Request): Promise<Response> {
  const sendsFile = request.method === 'POST' && pathOf(request).endsWith(FILES);
  const seconds = sendsFile ? PATIENCE_WITH_FILES_SECONDS : PATIENCE_SECONDS;
  const patience = AbortSignal.timeout(seconds * 1000);
  try {
    return await fetch(request, { signal: AbortSignal.any([request.signal, patience]) });
  } catch (cause) {
    if (request.signal.aborted) {
      throw cause;
    }
    throw patience.aborted ? ApiError.silent(seconds) : ApiError.unreachable();
  }
}

/** The status of an answer that is none of the interface's calls, as this session; 0 where there is no answer. */
export async function statusAt(address: URL, token: string): Promise<number> {
  try {
    return (await answer(new Request(address, { headers: { Authorization: `Bearer ${token}` } }))).status;
  } catch {
    return 0;
  }
}

interface Answered<Value> {
  data?: Value;
  response: Response;
}

/** What was answered as JSON: some operations also answer a text, where it is asked for, and some nothing. */
export async function data<Value>(
  call: Promise<Answered<Value>>,
): Promise<Exclude<NonNullable<Value>, string>> {
  return (await call).data as Exclude<NonNullable<Value>, string>;
}

/** What was answered, with the version that a change of it must name. */
export async function versioned<Value>(
  call: Promise<Answered<Value>>,
): Promise<Versioned<NonNullable<Value>>> {
  const { data: value, response } = await call;
  return { value: value as NonNullable<Value>, etag: response.headers.get('ETag') ?? '*' };
}

/** Every page of a list, one after the other; for lists that a form chooses from. */
export async function everyPage<Item>(read: (cursor?: string) => Promise<Page<Item>>): Promise<Item[]> {
  const all: Item[] = [];
  for (let page = await read(); ; page = await read(page.next)) {
    all.push(...page.items);
    if (page.next === undefined) {
      return all;
    }
  }
}

// crypto.randomUUID exists on secure origins only, and a desk inside a company may be plain http.
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
