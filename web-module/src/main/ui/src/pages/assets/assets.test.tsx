import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openConsole } from '../../test/console';
import { QUIET, fakeServer, late, problem, versioned } from '../../test/fakeServer';
import { login } from '../../test/samples';

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
