import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { login } from '../../test/samples';
import { SessionKeeper } from './keeper';
import { ApiError } from './problem';
import { Session } from './session';
import type { Tabs, Told } from './tabs';
import type { Access } from './types';

/** Tabs of one browser: one lock, and everything that one tells is heard by the others. */
class Browser {
  readonly #heard: ((message: Told) => void)[] = [];
  #queue: Promise<unknown> = Promise.resolve();

  tab(): Tabs {
    let own: ((message: Told) => void) | undefined;
    return {
      exclusively: <Result>(work: () => Promise<Result>) => {
        const turn = this.#queue.then(work);
        this.#queue = turn.catch(() => undefined);
        return turn;
      },
      tell: (message) => {
        this.#heard
          .filter((each) => each !== own)
          .forEach((each) => {
            each(message);
          });
      },
      listen: (heard) => {
        own = heard;
        this.#heard.push(heard);
      },
    };
  }
}

const access = (token: string): Access => ({ ...login, accessToken: token });
const refused = (status: number) => Promise.reject(new ApiError('No', '', 'no', status));

function tabOf(browser: Browser, ask: () => Promise<Access>) {
  const session = new Session(true);
  return { session, keeper: new SessionKeeper(session, browser.tab(), ask) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('at the start', () => {
  it('should be logged in where the cookie still opens a session', async () => {
    const { session, keeper } = tabOf(new Browser(), () => Promise.resolve(access('t1')));
    await keeper.restore();
    expect(session.state()).toMatchObject({ kind: 'in' });
    expect(session.token).toBe('t1');
  });

  it('should be logged out without a word where it does not', async () => {
    const { session, keeper } = tabOf(new Browser(), () => refused(401));
    await keeper.restore();
    expect(session.state()).toEqual({ kind: 'out' });
  });

  it('should say so where the server cannot be reached', async () => {
    const { session, keeper } = tabOf(new Browser(), () => Promise.reject(ApiError.unreachable()));
    await keeper.restore();
    expect(session.state()).toMatchObject({
      kind: 'out',
      reason: expect.stringContaining('cannot be reached') as string,
    });
  });
});

describe('before the token expires', () => {
  it('should renew it a minute early, and go on doing so', async () => {
    let count = 0;
    const { session, keeper } = tabOf(new Browser(), () => Promise.resolve(access(`t${(count += 1)}`)));
    keeper.begin(access('t0'));
    await vi.advanceTimersByTimeAsync(839_000);
    expect(session.token).toBe('t0');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(session.token).toBe('t1');
    await vi.advanceTimersByTimeAsync(840_000);
    expect(session.token).toBe('t2');
  });

  it('should keep the session and try again while the server is away', async () => {
    const answers = [ApiError.unreachable(), new ApiError('Busy', '', 'busy', 503), access('t1')];
    const { session, keeper } = tabOf(new Browser(), () => {
      const answer = answers.shift();
      return answer instanceof ApiError ? Promise.reject(answer) : Promise.resolve(answer ?? access('late'));
    });
    keeper.begin(access('t0'));
    await vi.advanceTimersByTimeAsync(841_000);
    expect(session.state()).toMatchObject({ kind: 'in' });
    await vi.advanceTimersByTimeAsync(21_000);
    expect(session.token).toBe('t1');
  });

  it('should end the session, and keep its user, when the server refuses', async () => {
    const { session, keeper } = tabOf(new Browser(), () => refused(401));
    keeper.begin(access('t0'));
    expect(await keeper.renew()).toBe(false);
    expect(session.state()).toMatchObject({ kind: 'ended', user: login.user });
    expect(session.token).toBeUndefined();
  });
});

describe('with two tabs', () => {
  it('should ask once when both renew at the same moment', async () => {
    const browser = new Browser();
    const ask = vi.fn(() => Promise.resolve(access('t1')));
    const left = tabOf(browser, ask);
    const right = tabOf(browser, ask);
    left.keeper.begin(access('t0'));
    expect(right.session.token).toBe('t0');
    expect(await Promise.all([left.keeper.renew(), left.keeper.renew(), right.keeper.renew()])).toEqual([
      true,
      true,
      true,
    ]);
    expect(ask).toHaveBeenCalledTimes(1);
    expect([left.session.token, right.session.token]).toEqual(['t1', 't1']);
  });

  it('should log both out when one logs out', () => {
    const browser = new Browser();
    const left = tabOf(browser, () => refused(401));
    const right = tabOf(browser, () => refused(401));
    left.keeper.begin(access('t0'));
    left.keeper.leave();
    expect(left.session.state()).toEqual({ kind: 'out' });
    expect(right.session.state()).toMatchObject({
      kind: 'out',
      reason: expect.stringContaining('another window') as string,
    });
    expect(right.session.token).toBeUndefined();
  });

  it('should let both in when one logs in again', async () => {
    const browser = new Browser();
    const left = tabOf(browser, () => refused(401));
    const right = tabOf(browser, () => refused(401));
    left.keeper.begin(access('t0'));
    await right.keeper.renew();
    expect(right.session.state()).toMatchObject({ kind: 'ended' });
    left.keeper.begin(access('t1'));
    expect(right.session.state()).toMatchObject({ kind: 'in' });
  });
});
