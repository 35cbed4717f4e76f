import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { administrator, openConsole } from '../test/console';
import { QUIET, fakeServer, json, late, problem, versioned } from '../test/fakeServer';

describe('the navigation', () => {
  const entries = () =>
    within(screen.getByRole('navigation', { name: 'Pages' }))
      .getAllByRole('link')
      .map((link) => link.textContent);

  it('should offer a trader what a trader may do', async () => {
    fakeServer(QUIET);
    openConsole();
    await screen.findByText('Tessa Trader');
    expect(entries()).toEqual(['Bid desk', 'Analytics', 'Markets', 'Assets', 'Sites', 'API keys']);
  });

  it('should offer an administrator the organisation, and no other', async () => {
    fakeServer(QUIET);
    openConsole(administrator);
    await screen.findByText('Ada Admin');
    expect(entries()).toEqual([
      'Bid desk',
      'Analytics',
      'Markets',
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
