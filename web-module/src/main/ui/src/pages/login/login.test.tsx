import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { loggedOutConsole, openConsole } from '../../test/console';
import { QUIET, fakeServer, json, problem } from '../../test/fakeServer';
import { login } from '../../test/samples';

async function enter(user: ReturnType<typeof openConsole>['user']) {
  await user.type(screen.getByLabelText('E-mail'), 'trader@demo.optibid');
  await user.type(screen.getByLabelText('Password'), 'a password{Enter}');
}

describe('log-in', () => {
  it('should ask for the code, and let in with it', async () => {
    const asked = fakeServer({
      ...QUIET,
      'POST /api/v1/auth/login': () =>
        json({ state: 'second-factor-required', challenge: 'c1', expiresIn: 300 }),
      'POST /api/v1/auth/mfa/verify': () => json({ state: 'authenticated', ...login }),
    });
    const { user } = loggedOutConsole();
    await enter(user);
    await user.type(await screen.findByLabelText('Six digits'), '123 456{Enter}');
    expect(await screen.findByText('Tessa Trader')).toBeDefined();
    const sent = asked.find((request) => request.url.endsWith('/mfa/verify'));
    expect(await sent?.json()).toEqual({ challenge: 'c1', code: '123456' });
    expect(sent?.headers.get('X-OptiBid-Request')).toBe('1');
  });

  it('should enrol by QR code and let in when the recovery codes are kept', async () => {
    fakeServer({
      ...QUIET,
      'POST /api/v1/auth/login': () => json({ state: 'enrolment-required', challenge: 'c1', expiresIn: 300 }),
      'POST /api/v1/auth/mfa/enrolment': () =>
        json({ secret: 'JBSWY3DP', otpauthUri: 'otpauth://totp/a?secret=J' }),
      'POST /api/v1/auth/mfa/enrolment/confirm': () =>
        json({ recoveryCodes: ['aaaa', 'bbbb'], access: login }),
    });
    const { user, session } = loggedOutConsole();
    await enter(user);
    expect(await screen.findByRole('img', { name: /QR code/ })).toBeDefined();
    expect(screen.getByDisplayValue('JBSWY3DP')).toBeDefined();
    await user.type(screen.getByLabelText('Six digits'), '123456{Enter}');
    const codes = await screen.findByLabelText<HTMLTextAreaElement>('2 codes');
    expect(codes.value).toBe('aaaa\nbbbb');
    const go = screen.getByRole<HTMLButtonElement>('button', { name: 'Continue' });
    expect(go.disabled).toBe(true);
    expect(session.token).toBeUndefined();
    await user.click(screen.getByLabelText('I have kept them in a safe place'));
    await user.click(go);
    expect(await screen.findByText('Tessa Trader')).toBeDefined();
  });

  it('should say how long to wait when it is locked', async () => {
    fakeServer({
      'POST /api/v1/auth/login': () => {
        const answer = problem(429, 'rate-limited', 'Too many tries.');
        answer.headers.set('Retry-After', '300');
        return answer;
      },
    });
    const { user } = loggedOutConsole();
    await enter(user);
    expect(await screen.findByText('Try again in 5 minutes.')).toBeDefined();
    expect(screen.getByText(/Waiting helps, trying on does not/)).toBeDefined();
  });
});

describe('a one-time link', () => {
  it('should set the password with the token, which the address no longer shows', async () => {
    window.location.hash = '#/accept-invitation?token=secret';
    const asked = fakeServer({
      'POST /api/v1/auth/accept-invitation': () => new Response(null, { status: 204 }),
    });
    const { user } = loggedOutConsole();
    expect(window.location.hash).toBe('#/accept-invitation');
    await user.type(await screen.findByLabelText('Your name'), 'Nina New');
    await user.type(screen.getByLabelText('Password'), 'correct horse battery');
    await user.click(screen.getByRole('button', { name: 'Accept' }));
    expect(await screen.findByRole('heading', { name: 'Welcome' })).toBeDefined();
    expect(await asked[0]?.json()).toEqual({
      token: 'secret',
      displayName: 'Nina New',
      password: 'correct horse battery',
    });
  });

  it('should ask for the link again when there is no token', async () => {
    window.location.hash = '#/reset-password';
    fakeServer({});
    loggedOutConsole();
    expect(await screen.findByRole('heading', { name: 'Open the link again' })).toBeDefined();
  });
});

describe('a session', () => {
  it('should be renewed when its token is refused, and the call repeated', async () => {
    let runs = 0;
    fakeServer({
      ...QUIET,
      'GET /api/v1/bid-runs': (request) =>
        request.headers.get('Authorization') === 'Bearer newer'
          ? json({ items: [], seen: (runs += 1) })
          : problem(401, 'token-expired', 'Expired'),
      'POST /api/v1/auth/refresh': () => json({ ...login, accessToken: 'newer' }),
    });
    const { session } = openConsole();
    expect(await screen.findByRole('heading', { name: 'No bid run yet' })).toBeDefined();
    expect(session.token).toBe('newer');
    expect(runs).toBeGreaterThan(0);
  });

  it('should keep what was typed when it ends, and go on after the log-in', async () => {
    window.location.hash = '#/assets/new';
    fakeServer({ ...QUIET, 'POST /api/v1/auth/login': () => json({ state: 'authenticated', ...login }) });
    const { user, session } = openConsole();
    await user.type(await screen.findByLabelText('Name'), 'Half typed');
    session.end('Your session has ended.');
    const dialog = within(await screen.findByRole('dialog', { name: 'Session ended' }));
    expect(dialog.getByLabelText<HTMLInputElement>('E-mail').value).toBe('trader@demo.optibid');
    await user.type(dialog.getByLabelText('Password'), 'a password{Enter}');
    await vi.waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Half typed');
  });
});
