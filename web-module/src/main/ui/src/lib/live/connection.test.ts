import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSocket } from '../../test/sockets';
import { pauseBefore, TRIES } from './backoff';
import { LiveConnection } from './connection';
import type { LiveMessage } from './messages';

function connection(product?: string) {
  const sockets: FakeSocket[] = [];
  const heard: LiveMessage[] = [];
  const session = { token: 't1' as string | undefined };
  const renew = vi.fn(() => {
    session.token = 't2';
    return Promise.resolve(true);
  });
  const why = vi.fn(() => Promise.resolve(0));
  const live = new LiveConnection({
    open: (token) => {
      const socket = new FakeSocket(token);
      sockets.push(socket);
      return socket;
    },
    token: () => session.token,
    renew,
    why,
    heard: (message) => heard.push(message),
    chance: () => 1,
    ...(product !== undefined && { product }),
  });
  const newest = () => {
    const socket = sockets.at(-1);
    if (socket === undefined) {
      throw new Error('nobody has connected');
    }
    return socket;
  };
  return { live, sockets, heard, session, renew, why, newest };
}

const desk = () => {
  const made = connection();
  made.live.start();
  made.newest().onopen?.();
  return made;
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the pause', () => {
  it('should double, keep half of it sure, and have an end', () => {
    expect([1, 2, 3, 4, 5].map((attempt) => pauseBefore(attempt, 1))).toEqual([
      1000, 2000, 4000, 8000, 16_000,
    ]);
    expect(pauseBefore(3, 0)).toBe(2000);
    expect(pauseBefore(30, 1)).toBe(30_000);
  });
});

describe('a connection', () => {
  it('should show the token, subscribe, and pass on what comes', () => {
    const { live, heard, newest } = desk();
    expect(newest().token).toBe('t1');
    expect(newest().sent).toEqual([{ type: 'subscribe' }]);

    newest().tell({ type: 'snapshot', seq: 10 });
    newest().tell({ type: 'event', seq: 12, data: { event: 'BidsCleared' } });

    expect(live.state()).toEqual({ kind: 'live' });
    expect(heard.map(({ type, seq }) => [type, seq])).toEqual([
      ['snapshot', 10],
      ['event', 12],
    ]);
  });

  it('should not connect where nobody is logged in', () => {
    const { live, session, sockets } = connection();
    session.token = undefined;
    live.start();
    expect(sockets).toHaveLength(0);
    expect(live.state()).toEqual({ kind: 'off' });
  });

  it('should leave out what it cannot read', () => {
    const { heard, newest, live } = desk();
    newest().onmessage?.({ data: 'no JSON' });
    newest().onmessage?.({ data: '{"seq":"1"}' });
    newest().onmessage?.({ data: new Blob() });
    newest().tell({ type: 'error', seq: 3 });
    newest().tell({ type: 'something-new', seq: 4 });
    expect(heard).toEqual([]);
    expect(live.state()).toEqual({ kind: 'live' });
  });
});

describe('after a loss', () => {
  it('should come back with its last number, and nothing twice', () => {
    const { live, heard, newest, sockets } = desk();
    newest().tell({ type: 'snapshot', seq: 10 });
    newest().tell({ type: 'event', seq: 12 });

    newest().onclose?.({ code: 1001 });
    expect(live.state()).toMatchObject({ kind: 'waiting', attempt: 1, until: Date.now() + 1000 });
    vi.advanceTimersByTime(1000);
    newest().onopen?.();
    expect(sockets).toHaveLength(2);
    expect(newest().sent).toEqual([{ type: 'subscribe', after: 12 }]);
    newest().tell({ type: 'event', seq: 12 });
    newest().tell({ type: 'event', seq: 15 });
    newest().tell({ type: 'resumed', seq: 15 });

    expect(heard.map(({ seq }) => seq)).toEqual([10, 12, 15]);
  });

  it('should hear nothing of the connection that it has lost', () => {
    const { heard, newest } = desk();
    const lost = newest();
    const late = lost.onmessage;
    lost.onclose?.({ code: 1006 });
    vi.advanceTimersByTime(1000);
    expect(lost.onmessage).toBeNull();
    expect(late).not.toBeNull();
    expect(heard).toEqual([]);
  });

  it('should try five times, longer apart each time, then say so and wait for a press', () => {
    const { live, newest, sockets } = desk();
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      newest().onclose?.({ code: 1006 });
      const state = live.state();
      if (state.kind !== 'waiting') {
        throw new Error(state.kind);
      }
      pauses.push(state.until - Date.now());
      vi.advanceTimersByTime(state.until - Date.now());
      expect(live.state()).toEqual({ kind: 'connecting', attempt });
    }
    newest().onclose?.({ code: 1006 });
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000]);
    expect(live.state()).toMatchObject({ kind: 'failed' });
    vi.advanceTimersByTime(3_600_000);
    expect(sockets).toHaveLength(1 + TRIES);

    live.retry();
    expect(sockets).toHaveLength(2 + TRIES);
    newest().onopen?.();
    expect(live.state()).toEqual({ kind: 'live' });
  });

  it('should count on where a server takes connections and drops them at once', () => {
    const { live, newest } = desk();
    newest().onclose?.({ code: 1011 });
    vi.advanceTimersByTime(1000);
    newest().onopen?.();
    newest().onclose?.({ code: 1011 });
    expect(live.state()).toMatchObject({ kind: 'waiting', attempt: 2 });
  });

  it('should begin to count anew once something has come', () => {
    const { live, newest } = desk();
    newest().onclose?.({ code: 1011 });
    vi.advanceTimersByTime(1000);
    newest().onopen?.();
    newest().tell({ type: 'snapshot', seq: 1 });
    newest().onclose?.({ code: 1011 });
    expect(live.state()).toMatchObject({ kind: 'waiting', attempt: 1 });
  });

  it.each([
    [4429, 'too many windows'],
    [1008, 'Report this'],
    [1009, 'Report this'],
  ])('should not come back by itself after %i', (code, words) => {
    const { live, newest, sockets } = desk();
    newest().onclose?.({ code });
    vi.advanceTimersByTime(3_600_000);
    expect(sockets).toHaveLength(1);
    expect(live.state()).toMatchObject({ kind: 'failed', reason: expect.stringContaining(words) as string });
  });

  it('should connect at once when somebody does not want to wait', () => {
    const { live, newest, sockets } = desk();
    newest().onclose?.({ code: 1006 });
    live.retry();
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(2);
  });
});

describe('where no connection is opened', () => {
  const refused = async (status: number) => {
    const made = connection();
    made.why.mockResolvedValue(status);
    made.live.start();
    made.newest().onclose?.({ code: 1006 });
    await vi.advanceTimersByTimeAsync(0);
    return made;
  };

  it('should be quiet where push is switched off', async () => {
    const { live, sockets } = await refused(404);
    expect(live.state()).toEqual({ kind: 'off' });
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(sockets).toHaveLength(1);
  });

  it('should renew the token that is refused, and try again', async () => {
    const { renew, newest } = await refused(401);
    expect(renew).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(newest().token).toBe('t2');
  });

  it('should say that there are too many windows', async () => {
    const { live, sockets } = await refused(429);
    expect(live.state()).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('windows') as string,
    });
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(sockets).toHaveLength(1);
  });

  it.each([
    [426, 'proxy'],
    [503, 'does not answer'],
    [0, 'does not answer'],
  ])('should try on after %i, and name the cause at the end', async (status, words) => {
    const { live, newest } = await refused(status);
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      await vi.advanceTimersByTimeAsync(30_000);
      newest().onclose?.({ code: 1006 });
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(live.state()).toMatchObject({ kind: 'failed', reason: expect.stringContaining(words) as string });
  });
});

describe('the token', () => {
  it('should be shown again when the session is renewed, without a new connection', () => {
    const { live, newest, session, sockets } = desk();
    session.token = 't2';
    live.tokenChanged();
    live.tokenChanged();
    expect(newest().sent).toEqual([{ type: 'subscribe' }, { type: 'renew', token: 't2' }]);
    expect(sockets).toHaveLength(1);
  });

  it('should be shown as soon as the connection is open where it changed on the way', () => {
    const { live, newest, session } = connection();
    live.start();
    session.token = 't2';
    newest().onopen?.();
    expect(newest().sent[0]).toEqual({ type: 'renew', token: 't2' });
  });

  it('should be renewed before the next try where the server says that it is over', async () => {
    const { newest, renew } = desk();
    newest().onclose?.({ code: 4401 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(renew).toHaveBeenCalledTimes(1);
    expect(newest().token).toBe('t2');
  });

  it('should end the connection when the session ends', () => {
    const { live, newest, session } = desk();
    const open = newest();
    session.token = undefined;
    live.tokenChanged();
    expect(open.closed).toBe(true);
    expect(live.state()).toEqual({ kind: 'off' });
  });
});

describe('zones', () => {
  it('should each have a number of their own, and come back after the lowest', () => {
    const { live, heard, newest } = connection('SDAC');
    live.watch(['FI', 'EE']);
    live.start();
    newest().onopen?.();
    expect(newest().sent).toEqual([{ type: 'subscribe', product: 'SDAC', zones: ['FI', 'EE'] }]);
    newest().tell({ type: 'snapshot', seq: 5, zone: 'FI' });
    newest().tell({ type: 'snapshot', seq: 5, zone: 'EE' });
    newest().tell({ type: 'price', seq: 9, zone: 'FI' });
    live.watch(['LV']);

    newest().onclose?.({ code: 1001 });
    vi.advanceTimersByTime(1000);
    newest().onopen?.();
    expect(newest().sent).toEqual([
      { type: 'subscribe', product: 'SDAC', zones: ['LV'] },
      { type: 'subscribe', product: 'SDAC', zones: ['FI', 'EE'], after: 5 },
    ]);
    newest().tell({ type: 'price', seq: 9, zone: 'FI' });
    newest().tell({ type: 'price', seq: 8, zone: 'EE', coalesced: 1 });

    expect(heard.map(({ zone, seq }) => `${zone ?? ''} ${String(seq)}`)).toEqual([
      'FI 5',
      'EE 5',
      'FI 9',
      'EE 8',
    ]);
  });

  it('should take the snapshot where what was missed cannot be told', () => {
    const { live, heard, newest } = connection('SDAC');
    live.watch(['FI']);
    live.start();
    newest().onopen?.();
    newest().tell({ type: 'snapshot', seq: 50, zone: 'FI' });
    newest().tell({ type: 'snapshot-needed', seq: 7, zone: 'FI', data: { reason: 'unknown-position' } });
    newest().tell({ type: 'snapshot', seq: 7, zone: 'FI' });
    newest().tell({ type: 'price', seq: 8, zone: 'FI' });
    expect(heard.map(({ seq }) => seq)).toEqual([50, 7, 7, 8]);
  });

  it('should be silent where they are not watched any more', () => {
    const { live, heard, newest } = connection('SDAC');
    live.watch(['FI']);
    live.start();
    newest().onopen?.();
    live.unwatch(['FI']);
    expect(newest().sent.at(-1)).toEqual({ type: 'unsubscribe', product: 'SDAC', zones: ['FI'] });
    newest().tell({ type: 'price', seq: 8, zone: 'FI' });
    expect(heard).toEqual([]);
  });
});
