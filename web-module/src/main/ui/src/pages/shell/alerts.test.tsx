import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { administrator, openConsole } from '../../test/console';
import { QUIET, fakeServer, json, problem } from '../../test/fakeServer';
import { FakeSocket } from '../../test/sockets';

const alert = {
  id: 'n1',
  severity: 'critical',
  message: 'The exchange closes half an hour earlier: 11:30',
  raisedBy: 'u9',
  raisedAt: '2026-11-27T09:00:00Z',
  endsAt: new Date(Date.now() + 3_600_000).toISOString(),
};

const banner = () => screen.getByRole('region', { name: 'Alerts' });

describe('alerts', () => {
  it('should be on the page as soon as one is raised, until it is hidden', async () => {
    let standing: object[] = [];
    fakeServer({ ...QUIET, 'GET /api/v1/alerts': () => json({ items: standing }) });
    const socket = new FakeSocket('t');
    const { user } = openConsole(undefined, true, {
      open: () => socket,
      status: () => Promise.resolve(426),
    });
    act(() => socket.onopen?.());
    act(() => {
      socket.tell({ type: 'snapshot', seq: 1 });
    });
    expect(await screen.findByText('No bid run yet')).toBeDefined();
    expect(banner().textContent).toBe('');
    standing = [alert];
    act(() => {
      socket.tell({ type: 'event', seq: 2, data: { event: 'AlertRaised', subject: 'alert/n1' } });
    });
    expect(await within(banner()).findByText(alert.message)).toBeDefined();
    expect(within(banner()).queryByRole('button', { name: 'Withdraw' })).toBeNull();
    await user.click(within(banner()).getByRole('button', { name: 'Hide' }));
    expect(banner().textContent).toBe('');
  });

  it('should not show one that has ended', async () => {
    const ended = { ...alert, endsAt: new Date(Date.now() - 1000).toISOString() };
    const asked = fakeServer({ ...QUIET, 'GET /api/v1/alerts': () => json({ items: [ended] }) });
    openConsole();
    await waitFor(() => {
      expect(asked.some(({ url }) => url.endsWith('/alerts'))).toBe(true);
    });
    expect(banner().textContent).toBe('');
  });

  it('should be raised by an administrator, once where nobody answered at first', async () => {
    window.location.hash = '#/organisation';
    let answers = 0;
    const asked = fakeServer({
      ...QUIET,
      'POST /api/v1/alerts': () =>
        ++answers === 1 ? problem(503, 'unavailable', 'Not now') : json(alert, 201),
    });
    asked.length = 0;
    const { user } = openConsole({ ...administrator, organisation: { id: 'o1', name: 'Demo' } });
    await user.type(await screen.findByLabelText('Message'), 'Close early');
    await user.click(screen.getByRole('button', { name: 'Raise' }));
    expect(await screen.findByText('Not now')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Raise' }));
    expect(await screen.findByText('Everybody has been told.')).toBeDefined();
    const sent = asked.filter(({ method, url }) => method === 'POST' && url.endsWith('/alerts'));
    expect(sent).toHaveLength(2);
    expect(sent[0]?.headers.get('Idempotency-Key')).toBe(sent[1]?.headers.get('Idempotency-Key'));
    expect(await sent[0]?.json()).toEqual(await sent[1]?.json());
  });
});
