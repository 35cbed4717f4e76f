import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openConsole } from '../../test/console';
import { QUIET, fakeServer, json, problem } from '../../test/fakeServer';

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
