import { ApiError } from './problem';
import type { Session } from './session';
import type { Tabs } from './tabs';
import type { Access } from './types';

const ENDED = 'Your session has ended. Log in again to go on; runs go on without you.';
const LEFT_ELSEWHERE = 'You have logged out in another window.';
const EARLY_SECONDS = 60;
const AGAIN_SECONDS = 10;

/**
 * Keeps the session alive: renews the access token by the refresh cookie when the page is loaded, before the token
 * expires, and when the server refuses it; once for all tabs, whoever of them asks first.
 */
export class SessionKeeper {
  #renewal: Promise<boolean> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = 0;

  /** @param ask sends the refresh cookie and answers with a new access token */
  constructor(
    private readonly session: Session,
    private readonly tabs: Tabs,
    private readonly ask: () => Promise<Access>,
  ) {
    tabs.listen((message) => {
      if (message.kind === 'access') {
        this.#take(message.access);
      } else if (session.state().kind !== 'out') {
        this.#forget();
        session.leave(message.reason ?? LEFT_ELSEWHERE);
      }
    });
    // A sleeping computer and a hidden tab let timers wait.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible' && this.#due > 0 && Date.now() >= this.#due) {
        void this.renew().catch(() => undefined);
      }
    });
  }

  /** Whether the cookie of an earlier visit still opens a session. */
  async restore(): Promise<void> {
    try {
      this.begin(await this.tabs.exclusively(this.ask));
    } catch (refusal) {
      const problem = ApiError.of(refusal);
      if (this.session.state().kind === 'restoring') {
        this.session.leave(problem.status === 0 ? `${problem.title} ${problem.detail}` : undefined);
      }
    }
  }

  /** After a log-in or a refresh of this tab. */
  begin(access: Access): void {
    this.#take(access);
    this.tabs.tell({ kind: 'access', access });
  }

  /** After a log-out of this tab. */
  leave(reason?: string): void {
    this.#forget();
    this.session.leave(reason);
    this.tabs.tell({ kind: 'out' });
  }

  /**
   * A new access token in the place of the present one. False when the session is over, which ends it; a server that
   * cannot be reached, or is too busy, ends nothing.
   */
  renew(): Promise<boolean> {
    const stale = this.session.token;
    this.#renewal ??= this.tabs
      .exclusively(() => this.#renewOnce(stale))
      .finally(() => {
        this.#renewal = undefined;
      });
    return this.#renewal;
  }

  async #renewOnce(stale: string | undefined): Promise<boolean> {
    if (this.session.token !== stale) {
      // Another tab was first, and told us.
      return this.session.token !== undefined;
    }
    try {
      this.begin(await this.ask());
      return true;
    } catch (refusal) {
      const { status } = ApiError.of(refusal);
      if (status === 0 || status === 429 || status >= 500) {
        this.#wake(AGAIN_SECONDS);
        throw refusal;
      }
      if (this.session.token === stale) {
        this.#forget();
        this.session.end(ENDED);
      }
      return false;
    }
  }

  #take(access: Access): void {
    this.session.begin(access);
    this.#wake(access.expiresIn - Math.min(EARLY_SECONDS, access.expiresIn / 4));
  }

  #wake(seconds: number): void {
    this.#forget();
    this.#due = Date.now() + seconds * 1000;
    this.#timer = setTimeout(() => {
      void this.renew().catch(() => undefined);
    }, seconds * 1000);
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#due = 0;
  }
}
