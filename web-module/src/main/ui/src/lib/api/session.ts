import type { Access, User } from './types';

/**
 * - `restoring`: the page has just been loaded and asks by its cookie who is logged in
 * - `out`: nobody is
 * - `in`: somebody is
 * - `ended`: somebody was, and the page keeps what they typed until they log in again or leave
 */
export type SessionState =
  | { readonly kind: 'restoring' }
  | { readonly kind: 'out'; readonly reason?: string }
  | { readonly kind: 'in'; readonly user: User }
  | { readonly kind: 'ended'; readonly user: User; readonly reason: string };

/**
 * Who is logged in. The access token lives in this closure alone: never in storage, a cookie or the address. What
 * survives a reload is the refresh token, in a cookie that no script can read.
 */
export class Session {
  #token: string | undefined;
  #state: SessionState;
  readonly #listeners = new Set<() => void>();

  constructor(restoring = false) {
    this.#state = { kind: restoring ? 'restoring' : 'out' };
  }

  get token(): string | undefined {
    return this.#token;
  }

  readonly state = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  begin(access: Access): void {
    this.#token = access.accessToken;
    const known = this.#state.kind === 'in' && same(this.#state.user, access.user);
    this.#change(known ? this.#state : { kind: 'in', user: access.user });
  }

  /** The user changed their own profile. */
  rename(user: User): void {
    if (this.#state.kind === 'in' && this.#state.user.id === user.id) {
      this.#change({ kind: 'in', user });
    }
  }

  /** The server no longer knows the session: whoever was logged in may log in again where they were. */
  end(reason: string): void {
    this.#token = undefined;
    const state = this.#state;
    this.#change(
      state.kind === 'in' || state.kind === 'ended'
        ? { kind: 'ended', user: state.user, reason }
        : { kind: 'out', reason },
    );
  }

  /** Somebody logged out: nothing of theirs stays on the page. */
  leave(reason?: string): void {
    this.#token = undefined;
    this.#change(reason === undefined ? { kind: 'out' } : { kind: 'out', reason });
  }

  #change(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) {
      listener();
    }
  }
}

// The same user again keeps the state's identity, so that a refresh draws nothing anew.
function same(left: User, right: User): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
