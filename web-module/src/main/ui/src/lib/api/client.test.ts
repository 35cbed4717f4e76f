import { expect, it, vi } from 'vitest';
import { fakeServer, json, problem } from '../../test/fakeServer';
import { battery, login, runOf } from '../../test/samples';
import { createApi } from './client';
import { ApiError } from './problem';
import { Session } from './session';

function desk() {
  const session = new Session();
  return { session, api: createApi(session, 'http://desk.test/') };
}

async function refusalOf(call: Promise<unknown>): Promise<ApiError> {
  return call.then(
    () => expect.fail('should have been refused'),
    (refusal: unknown) => ApiError.of(refusal),
  );
}

it('should send the token with every call after log-in, and store it nowhere', async () => {
  const asked = fakeServer({
    'POST /api/v1/auth/login': () => json({ state: 'authenticated', ...login }),
    'GET /api/v1/assets': () => json({ items: [battery] }),
  });
  const { session, api } = desk();
  const outcome = await api.logIn('trader@demo.optibid', 'p');
  session.begin(outcome.kind === 'in' ? outcome.access : expect.fail());
  expect(await api.assets()).toEqual([battery]);
  expect(asked[0]?.headers.get('Authorization')).toBeNull();
  expect(asked[1]?.headers.get('Authorization')).toBe('Bearer secret-token');
  expect(JSON.stringify([localStorage, sessionStorage, document.cookie])).not.toContain('secret-token');
});

it('should carry every finding, the code and the request id of a problem', async () => {
  const errors = [
    { code: 'before-data', path: 'deliveryDate', message: 'is too early', value: '2020-01-01' },
  ];
  fakeServer({
    'POST /api/v1/bid-runs': () => problem(422, 'no-prices', 'No prices', { detail: 'Begin later.', errors }),
  });
  const refusal = await refusalOf(
    desk().api.startRun({ assetId: 'a', productCode: 'p', deliveryDate: 'd' }, 'k'),
  );
  expect(refusal).toMatchObject({
    status: 422,
    code: 'no-prices',
    title: 'No prices',
    detail: 'Begin later.',
  });
  expect(refusal.findings).toEqual(errors);
  expect(refusal.requestId).toBe('from-header');
});

it('should send the idempotency key', async () => {
  const asked = fakeServer({ 'POST /api/v1/bid-runs': () => json(runOf(), 202) });
  await desk().api.startRun({ assetId: 'a', productCode: 'p', deliveryDate: 'd' }, 'key-1');
  expect(asked[0]?.headers.get('Idempotency-Key')).toBe('key-1');
});

it('should end the session with a reason when the token is refused', async () => {
  fakeServer({ 'GET /api/v1/assets': () => problem(401, 'token-expired', 'Expired') });
  const { session, api } = desk();
  session.begin(login);
  expect((await refusalOf(api.assets())).status).toBe(401);
  expect(session.token).toBeUndefined();
  expect(session.state()).toMatchObject({ kind: 'ended' });
});

it('should keep a newer session when an older token is refused', async () => {
  const { session, api } = desk();
  fakeServer({
    'GET /api/v1/assets': () => {
      session.begin({ ...login, accessToken: 'newer' });
      return problem(401, 'token-expired', 'Expired');
    },
  });
  session.begin(login);
  await refusalOf(api.assets());
  expect(session.token).toBe('newer');
});

it('should say what to do when the server cannot be reached', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  const refusal = await refusalOf(desk().api.assets());
  expect(refusal).toMatchObject({ code: 'network', status: 0 });
  expect(refusal.detail).toContain('Check that OptiBid is running');
});

it('should survive an answer that is no problem document', async () => {
  fakeServer({ 'GET /api/v1/assets': () => new Response('<html>Bad gateway</html>', { status: 502 }) });
  expect(await refusalOf(desk().api.assets())).toMatchObject({ status: 502, code: 'http-502' });
});
