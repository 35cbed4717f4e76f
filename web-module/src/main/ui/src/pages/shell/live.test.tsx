import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openConsole } from '../../test/console';
import { fakeServer, json, QUIET } from '../../test/fakeServer';
import { FakeSocket } from '../../test/sockets';

function open(status = 426) {
  const sockets: FakeSocket[] = [];
  const asked = fakeServer({ ...QUIET, 'POST /api/v1/auth/refresh': () => json({}, 500) });
  const { user } = openConsole(undefined, true, {
    open: (_channel, token) => {
      const socket = new FakeSocket(token);
      sockets.push(socket);
      return socket;
    },
    status: () => Promise.resolve(status),
  });
  const newest = () => {
    const socket = sockets.at(-1);
    if (socket === undefined) {
      throw new Error('nobody has connected');
    }
    return socket;
  };
  const runsAsked = () => asked.filter(({ url }) => url.includes('/bid-runs')).length;
  return { user, newest, runsAsked, sockets };
}

describe('live', () => {
  it('should say that it is, and ask for the runs when something happens to one', async () => {
    const { newest, runsAsked } = open();
    expect(screen.getByText('Connecting…')).toBeDefined();
    act(() => newest().onopen?.());
    expect(screen.getByText('Live')).toBeDefined();
    act(() => {
      newest().tell({ type: 'snapshot', seq: 1 });
    });
    expect(await screen.findByText('No bid run yet')).toBeDefined();
    const before = runsAsked();
    act(() => {
      newest().tell({ type: 'event', seq: 2, data: { event: 'BidsCleared', subject: 'bid-run/r1' } });
    });
    await waitFor(() => {
      expect(runsAsked()).toBeGreaterThan(before);
    });
  });

  it('should say that it is not, and try again when that is pressed', async () => {
    const { user, newest, sockets } = open();
    act(() => newest().onopen?.());
    act(() => newest().onclose?.({ code: 1006 }));
    expect(screen.getByText('Not live, trying again')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(sockets).toHaveLength(2);
    act(() => newest().onopen?.());
    expect(screen.getByText('Live')).toBeDefined();
  });

  it('should say why where trying does not help', () => {
    const { newest } = open();
    act(() => newest().onopen?.());
    act(() => newest().onclose?.({ code: 4429 }));
    expect(screen.getByText(/too many windows/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
  });

  it('should show nothing where the server has it switched off', async () => {
    const { newest } = open(404);
    await act(async () => {
      newest().onclose?.({ code: 1006 });
      await Promise.resolve();
    });
    expect(screen.queryByText(/^(Live|Not live|Connecting)/)).toBeNull();
  });
});
