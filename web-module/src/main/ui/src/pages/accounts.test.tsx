import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { administrator, loggedOutConsole, openConsole } from '../test/console';
import { fakeServer, json, problem, type Answer } from '../test/fakeServer';
import { login } from '../test/samples';

const QUIET: Record<string, Answer> = {
  'GET /api/v1/bid-runs': () => json({ items: [] }),
  'GET /api/v1/assets': () => json({ items: [] }),
  'GET /api/v1/sites': () => json({ items: [] }),
  'GET /api/v1/products': () => json({ items: [] }),
  'GET /api/v1/zones': () => json({ items: [] }),
};

/** One thing with its version. */
function versioned(body: object, etag: string): Response {
  const answer = json(body);
  answer.headers.set('ETag', etag);
  return answer;
}

/** The answer to whoever comes late. */
function late(message: string): Response {
  return problem(412, 'precondition-failed', 'Someone changed it meanwhile.', {
    detail: 'It is at version 4, not at 3; Tanja changed it at 2026-11-22T11:00:00Z',
    errors: [{ code: 'changed', path: message.split(' ')[0], message }],
  });
}

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

describe('the navigation', () => {
  const entries = () =>
    within(screen.getByRole('navigation', { name: 'Pages' }))
      .getAllByRole('link')
      .map((link) => link.textContent);

  it('should offer a trader what a trader may do', async () => {
    fakeServer(QUIET);
    openConsole();
    await screen.findByText('Tessa Trader');
    expect(entries()).toEqual(['Bid desk', 'Assets', 'Sites', 'API keys']);
  });

  it('should offer an administrator the organisation, and no other', async () => {
    fakeServer(QUIET);
    openConsole(administrator);
    await screen.findByText('Ada Admin');
    expect(entries()).toEqual([
      'Bid desk',
      'Assets',
      'Sites',
      'Users',
      'API keys',
      'Audit log',
      'Organisation',
      'Mails',
    ]);
  });

  it('should refuse by address what it does not offer', async () => {
    window.location.hash = '#/users';
    fakeServer(QUIET);
    openConsole();
    expect(await screen.findByRole('heading', { name: 'Not for your role' })).toBeDefined();
  });
});

describe('users', () => {
  const nina = {
    id: 'u2',
    email: 'nina@demo.optibid',
    displayName: 'Nina New',
    roles: ['trader'],
    status: 'invited',
    emailVerified: false,
    version: 0,
    createdAt: '2026-11-22T10:00:00Z',
  };

  it('should invite one and show the link to copy', async () => {
    window.location.hash = '#/users';
    const asked = fakeServer({
      ...QUIET,
      'GET /api/v1/users': () => json({ items: [nina] }),
      'POST /api/v1/users': () => json(nina, 201),
      'POST /api/v1/users/u2/invitation': () =>
        json({ link: 'https://desk.test/#/x?token=t', mailed: false }),
    });
    const { user } = openConsole(administrator);
    await user.click(await screen.findByRole('button', { name: 'Invite a user' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Invite a user' }));
    await user.type(dialog.getByLabelText('E-mail'), 'nina@demo.optibid');
    await user.type(dialog.getByLabelText('Name'), 'Nina New');
    await user.click(dialog.getByLabelText(/^viewer/));
    await user.click(dialog.getByLabelText(/^trader/));
    await user.click(dialog.getByRole('button', { name: 'Invite' }));
    await user.click(await screen.findByRole('button', { name: 'Make a link to copy' }));
    expect(await screen.findByDisplayValue('https://desk.test/#/x?token=t')).toBeDefined();
    const sent = asked.find((request) => request.method === 'POST');
    expect(await sent?.json()).toMatchObject({ roles: ['trader'] });
  });

  it('should tell what another administrator changed, and keep what was typed', async () => {
    window.location.hash = '#/users';
    const asked = fakeServer({
      ...QUIET,
      'GET /api/v1/users': () => json({ items: [nina] }),
      'GET /api/v1/users/u2': () => versioned(nina, '"3"'),
      'PATCH /api/v1/users/u2': () => late('roles was ["viewer"] and is ["trader"]'),
    });
    const { user } = openConsole(administrator);
    await user.click(await screen.findByRole('button', { name: 'Nina New' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Nina New' }));
    await user.type(await dialog.findByLabelText('Name'), 'er');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByText('roles was ["viewer"] and is ["trader"]')).toBeDefined();
    expect(dialog.getByText(/Tanja changed it at/)).toBeDefined();
    expect(dialog.getByLabelText<HTMLInputElement>('Name').value).toBe('Nina Newer');
    const sent = asked.find((request) => request.method === 'PATCH');
    expect(sent?.headers.get('Content-Type')).toBe('application/merge-patch+json');
    expect(await sent?.json()).toEqual({ displayName: 'Nina Newer' });
  });
});

describe('the identity provider', () => {
  const stored = {
    issuer: 'https://login.test',
    clientId: 'desk',
    scopes: ['openid'],
    groupsClaim: 'groups',
    roleMapping: {},
    emailDomains: ['desk.test'],
    createUsers: true,
    version: 3,
    changedAt: '2026-11-22T10:00:00Z',
  };
  const organisation = {
    id: 'o1',
    name: 'Demo Energy',
    status: 'active',
    passwordLogIn: true,
    singleSignOnRequired: false,
    secondFactorRoles: [],
    version: 0,
    createdAt: '2026-11-20T08:00:00Z',
  };
  const path = '/api/v1/organisations/o1/identity-provider';

  it('should tell what another administrator changed, and save over the newest version', async () => {
    window.location.hash = '#/organisation';
    let now = stored;
    const asked = fakeServer({
      ...QUIET,
      'GET /api/v1/organisations/o1': () => versioned(organisation, '"0"'),
      [`GET ${path}`]: () => versioned(now, `"${now.version}"`),
      [`PUT ${path}`]: (request) => {
        if (request.headers.get('If-Match') === '"4"') {
          return versioned({ ...now, clientId: 'desks', version: 5 }, '"5"');
        }
        now = { ...stored, createUsers: false, version: 4 };
        return late('createUsers was true and is false');
      },
    });
    const { user } = openConsole(administrator);
    const form = within(await screen.findByRole('region', { name: /Identity provider/ }));
    await user.type(await form.findByLabelText('Client id'), 's');
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(await form.findByText('createUsers was true and is false')).toBeDefined();
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(await form.findByText('Saved.')).toBeDefined();
    expect(form.getByLabelText<HTMLInputElement>('Client id').value).toBe('desks');
    const sent = asked.filter((request) => request.method === 'PUT');
    expect(await sent[1]?.json()).toMatchObject({ clientId: 'desks', createUsers: false });
  });
});

describe('the second factor of who is logged in', () => {
  const none = { enrolled: false, recoveryCodesLeft: 0, required: false, available: true };

  it('should be set up with the password once more', async () => {
    window.location.hash = '#/account';
    const asked = fakeServer({
      ...QUIET,
      'GET /api/v1/sessions': () => json({ items: [] }),
      'GET /api/v1/auth/mfa': () => json(none),
      'POST /api/v1/auth/mfa/enrolment': async (request) =>
        ((await request.json()) as { password: string }).password === 'a password'
          ? json({ secret: 'JBSWY3DP', otpauthUri: 'otpauth://totp/a?secret=J' })
          : problem(422, 'wrong-password', 'The current password is another'),
      'POST /api/v1/auth/mfa/enrolment/confirm': () => json({ recoveryCodes: ['aaaa', 'bbbb'] }),
    });
    const { user } = openConsole();
    await user.click(await screen.findByRole('button', { name: 'Set up' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByLabelText('Password'), 'another{Enter}');
    expect(await dialog.findByText('The current password is another')).toBeDefined();
    expect(dialog.queryByRole('img', { name: /QR code/ })).toBeNull();
    await user.clear(dialog.getByLabelText('Password'));
    await user.type(dialog.getByLabelText('Password'), 'a password{Enter}');
    expect(await dialog.findByRole('img', { name: /QR code/ })).toBeDefined();
    await user.type(dialog.getByLabelText('Six digits'), '123456{Enter}');
    expect(await dialog.findByLabelText('2 codes')).toBeDefined();
    const sent = asked.find((request) => request.url.endsWith('/confirm'));
    expect(await sent?.json()).toEqual({ code: '123456' });
  });

  it('should not be offered to who has no password', async () => {
    window.location.hash = '#/account';
    fakeServer({
      ...QUIET,
      'GET /api/v1/sessions': () => json({ items: [] }),
      'GET /api/v1/auth/mfa': () => json({ ...none, available: false }),
    });
    openConsole();
    expect(await screen.findByText(/asks for a second factor of its own/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Set up' })).toBeNull();
  });
});

describe('the organisation', () => {
  const organisation = {
    id: 'o1',
    name: 'Demo Energy',
    status: 'active',
    passwordLogIn: true,
    singleSignOnRequired: false,
    secondFactorRoles: [],
    version: 3,
    createdAt: '2026-11-22T10:00:00Z',
  };
  const withTag = (body: object) => {
    const answer = json(body);
    answer.headers.set('ETag', '"3"');
    return answer;
  };

  it('should say at the tick that single sign-on needs an identity provider first', async () => {
    window.location.hash = '#/organisation';
    fakeServer({
      ...QUIET,
      'GET /api/v1/organisations/o1': () => withTag(organisation),
      'PATCH /api/v1/organisations/o1': () =>
        problem(422, 'account-refused', 'The account breaks rules.', {
          errors: [
            {
              code: 'no-identity-provider',
              path: 'singleSignOnRequired',
              message: 'Set up an identity provider first, else nobody can log in',
            },
          ],
        }),
    });
    const { user } = openConsole(administrator);
    const tick = await screen.findByLabelText('Single sign-on required');
    await user.click(tick);
    await user.type(screen.getByLabelText('Name'), '{Enter}');
    const finding = await screen.findByText('Set up an identity provider first, else nobody can log in.');
    expect(tick.closest('.mantine-Checkbox-root')?.contains(finding)).toBe(true);
  });

  it('should say why the identity provider stays while the policy needs it', async () => {
    window.location.hash = '#/organisation';
    fakeServer({
      ...QUIET,
      'GET /api/v1/organisations/o1': () => withTag({ ...organisation, singleSignOnRequired: true }),
      'GET /api/v1/organisations/o1/identity-provider': () =>
        withTag({
          issuer: 'https://login.example.org',
          clientId: 'optibid',
          scopes: ['openid'],
          groupsClaim: 'groups',
          roleMapping: {},
          emailDomains: [],
          createUsers: false,
          version: 3,
          changedAt: '2026-11-22T10:00:00Z',
        }),
      'DELETE /api/v1/organisations/o1/identity-provider': () =>
        problem(409, 'identity-provider-needed', 'Without its identity provider nobody could log in.', {
          errors: [
            { code: 'allows-no-password', path: 'singleSignOnRequired', message: 'Nobody in by password' },
          ],
        }),
    });
    const { user } = openConsole(administrator);
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Remove' }));
    expect(await dialog.findByText('singleSignOnRequired')).toBeDefined();
  });
});

describe('an asset', () => {
  const asset = {
    id: 'a1',
    name: 'Nord',
    kind: 'battery',
    zoneCode: 'DE_LU',
    battery: {
      chargePowerMw: 10,
      dischargePowerMw: 10,
      usableCapacityMwh: 20,
      chargeEfficiency: 0.95,
      dischargeEfficiency: 0.95,
    },
    version: 3,
    createdAt: '2026-11-20T08:00:00Z',
  };
  it('should tell what changed in between, keep what was typed, and save over the newest version', async () => {
    window.location.hash = '#/assets/a1';
    let version = 3;
    const asked = fakeServer({
      ...QUIET,
      'GET /api/v1/assets/a1': () => versioned({ ...asset, version }, `"${version}"`),
      'PATCH /api/v1/assets/a1': (request) => {
        if (request.headers.get('If-Match') === '"4"') {
          return versioned({ ...asset, name: 'South', version: 5 }, '"5"');
        }
        version = 4;
        return late('battery.chargePowerMw was 10 and is 12');
      },
    });
    const { user } = openConsole();
    const name = await screen.findByLabelText('Name');
    await user.clear(name);
    await user.type(name, 'South');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('battery.chargePowerMw was 10 and is 12')).toBeDefined();
    expect(screen.getByText(/Tanja changed it at/)).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('South');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Saved.')).toBeDefined();
    const sent = asked.filter((request) => request.method === 'PATCH');
    expect(sent.map((request) => request.headers.get('Content-Type'))).toEqual([
      'application/merge-patch+json',
      'application/merge-patch+json',
    ]);
    expect(await sent[1]?.json()).toEqual({ name: 'South' });
  });

  it('should show the server’s finding at its field', async () => {
    window.location.hash = '#/assets/a1';
    fakeServer({
      ...QUIET,
      'GET /api/v1/assets/a1': () => versioned(asset, '"3"'),
      'PATCH /api/v1/assets/a1': () =>
        problem(422, 'asset-refused', 'The asset breaks rules.', {
          errors: [
            { code: 'out-of-range', path: 'battery.chargePowerMw', message: 'must lie in (0, 100000]' },
          ],
        }),
    });
    const { user } = openConsole();
    const power = await screen.findByLabelText(/Charging power/);
    await user.clear(power);
    await user.type(power, '0');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Must lie in (0, 100000].')).toBeDefined();
    expect(power.getAttribute('aria-invalid')).toBe('true');
  });

  it('should not offer a viewer to change it', async () => {
    window.location.hash = '#/assets/a1';
    fakeServer({ ...QUIET, 'GET /api/v1/assets/a1': () => versioned(asset, '"3"') });
    openConsole({ ...login.user, roles: ['viewer'] });
    expect((await screen.findByLabelText<HTMLInputElement>('Name')).readOnly).toBe(true);
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });
});
