import type { Login, User } from './types';

export type SessionState =
  { readonly kind: 'out'; readonly reason?: string } | { readonly kind: 'in'; readonly user: User };

/**
 * Who is logged in. The token lives in this closure alone: never in storage, a cookie or the address, so that
 * closing or reloading the page ends the session.
 */
export class Session {
  #token: string | undefined;
  #state: SessionState = { kind: 'out' };
  readonly #listeners = new Set<() => void>();

  get token(): string | undefined {
    return this.#token;
  }

  readonly state = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  begin(login: Login): void {
    this.#token = login.accessToken;
    this.#change({ kind: 'in', user: login.user });
  }

  end(reason?: string): void {
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
