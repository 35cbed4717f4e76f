import { pauseBefore, TRIES } from './backoff';
import { messageOf, type LiveMessage } from './messages';
import { DESK, Topics } from './topics';

/**
 * - `off`: not wanted, or nobody is logged in
 * - `connecting`: on the way; `attempt` counts from 0
 * - `live`: what comes is shown at once
 * - `waiting`: lost; the next try is at `until`, in milliseconds of the clock
 * - `failed`: it is not tried again by itself
 */
export type LiveState =
  | { readonly kind: 'off' }
  | { readonly kind: 'connecting'; readonly attempt: number }
  | { readonly kind: 'live' }
  | { readonly kind: 'waiting'; readonly attempt: number; readonly until: number }
  | { readonly kind: 'failed'; readonly reason: string };

/** As much of a WebSocket as is needed. */
export interface LiveSocket {
  send(text: string): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
}

export interface LiveSettings {
  /** Opens a socket with an access token. */
  readonly open: (token: string) => LiveSocket;
  /** The present access token; absent while nobody is logged in. */
  readonly token: () => string | undefined;
  /** Fetches a new token; false where the session is over. */
  readonly renew: () => Promise<boolean>;
  /** Of the prices' channel; absent at the desk, which has one topic. */
  readonly product?: string;
  readonly heard: (message: LiveMessage) => void;
  /**
   * Asks over HTTP why no socket was opened, which a browser does not tell: the status, 0 where nobody answers. 426 says that
   * the server would open one.
   */
  readonly why: () => Promise<number>;
  /** From 0 to 1. */
  readonly chance?: () => number;
}

const TOKEN_ENDED = 4401;

/** Waiting does not help: what the person at the page can do instead. */
const TOO_MANY = 'You have too many windows open. Close some, then try again.';
const FINAL = new Map([
  [1008, 'The server did not accept what this page sent. Report this.'],
  [1009, 'The server did not accept what this page sent. Report this.'],
  [4429, TOO_MANY],
]);
const GIVEN_UP = 'The server does not answer. This page asks for news from time to time instead.';
const BLOCKED =
  'Something between this page and the server lets no WebSocket through. This page asks for news from time to time ' +
  'instead; tell whoever runs the proxy.';

/**
 * Keeps one connection to a channel: comes back after a loss, with what was missed and without anything twice, and shows the
 * server the new token where the session was renewed.
 */
export class LiveConnection {
  readonly #settings: LiveSettings;
  readonly #topics = new Topics();
  readonly #listeners = new Set<() => void>();
  #state: LiveState = { kind: 'off' };
  #socket: LiveSocket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;
  #shown: string | undefined;
  #opened = false;
  #reason = GIVEN_UP;

  constructor(settings: LiveSettings) {
    this.#settings = settings;
    if (settings.product === undefined) {
      this.#topics.add([DESK]);
    }
  }

  readonly state = (): LiveState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): void {
    if (this.#state.kind === 'off') {
      this.#connect();
    }
  }

  /** What was heard so far is remembered for the next start. */
  stop(): void {
    this.#drop();
    this.#attempt = 0;
    this.#change({ kind: 'off' });
  }

  /** Somebody has pressed "Try again". */
  retry(): void {
    if (this.#state.kind === 'waiting' || this.#state.kind === 'failed') {
      this.#drop();
      this.#attempt = 0;
      this.#connect();
    }
  }

  /** Zones whose prices are shown; those that are known already stay as they are. */
  watch(zones: readonly string[]): void {
    this.#topics.add(zones);
    if (this.#state.kind === 'live') {
      this.#subscribe(zones);
    }
  }

  unwatch(zones: readonly string[]): void {
    this.#topics.remove(zones);
    if (this.#state.kind === 'live') {
      this.#send({ type: 'unsubscribe', product: this.#settings.product, zones });
    }
  }

  /** The session has another token, or none. */
  tokenChanged(): void {
    const token = this.#settings.token();
    if (token === undefined) {
      this.stop();
    } else if (this.#state.kind === 'live' && token !== this.#shown) {
      this.#shown = token;
      this.#send({ type: 'renew', token });
    }
  }

  #connect(): void {
    const token = this.#settings.token();
    if (token === undefined) {
      this.#change({ kind: 'off' });
      return;
    }
    this.#shown = token;
    this.#change({ kind: 'connecting', attempt: this.#attempt });
    const socket = this.#settings.open(token);
    this.#socket = socket;
    this.#opened = false;
    socket.onopen = () => {
      this.#begin();
    };
    socket.onmessage = (event) => {
      this.#hear(messageOf(event.data));
    };
    socket.onclose = (event) => {
      void this.#closed(event.code);
    };
  }

  #begin(): void {
    this.#opened = true;
    this.#reason = GIVEN_UP;
    this.#change({ kind: 'live' });
    this.tokenChanged();
    for (const { topics, after } of this.#topics.pending()) {
      this.#subscribe(topics, after);
    }
  }

  #subscribe(topics: readonly string[], after?: number): void {
    const { product } = this.#settings;
    this.#send({
      type: 'subscribe',
      ...(product !== undefined && { product, zones: topics }),
      ...(after !== undefined && { after }),
    });
  }

  #hear(message: LiveMessage | undefined): void {
    if (message === undefined) {
      return;
    }
    // Only now: a server that takes connections and drops them at once must not be asked again and again without a pause.
    this.#attempt = 0;
    switch (message.type) {
      case 'snapshot':
      case 'snapshot-needed':
      case 'price':
      case 'event':
        if (this.#topics.take(message)) {
          this.#settings.heard(message);
        }
        break;
      case 'resumed':
        this.#topics.take(message);
        break;
      default:
        break;
    }
  }

  async #closed(code: number): Promise<void> {
    this.#forget();
    const final = FINAL.get(code);
    if (final !== undefined) {
      this.#change({ kind: 'failed', reason: final });
      return;
    }
    this.#wait();
    if (code === TOKEN_ENDED) {
      await this.#renew();
    } else if (!this.#opened) {
      await this.#ask();
    }
  }

  /** While the next try waits: what the server says may end the trying, or mend its cause. */
  async #ask(): Promise<void> {
    const waiting = this.#state;
    const status = await this.#settings.why().catch(() => 0);
    if (status === 401) {
      await this.#renew();
    } else if (status === 404 && this.#state === waiting) {
      // Push is switched off: that is no trouble, and nothing to show.
      this.stop();
    } else if (status === 429 && this.#state === waiting) {
      this.#drop();
      this.#change({ kind: 'failed', reason: TOO_MANY });
    } else {
      this.#reason = status === 426 ? BLOCKED : GIVEN_UP;
    }
  }

  /** Before the next try; a session that is over ends this by itself. */
  async #renew(): Promise<void> {
    if (this.#settings.token() === this.#shown) {
      await this.#settings.renew().catch(() => false);
    }
  }

  #wait(): void {
    if (this.#attempt >= TRIES) {
      this.#change({ kind: 'failed', reason: this.#reason });
      return;
    }
    this.#attempt += 1;
    const chance = this.#settings.chance ?? Math.random;
    const pause = pauseBefore(this.#attempt, chance());
    this.#change({ kind: 'waiting', attempt: this.#attempt, until: Date.now() + pause });
    this.#timer = setTimeout(() => {
      this.#connect();
    }, pause);
  }

  #send(message: Record<string, unknown>): void {
    this.#socket?.send(JSON.stringify(message));
  }

  #drop(): void {
    const socket = this.#socket;
    this.#forget();
    socket?.close();
  }

  #forget(): void {
    clearTimeout(this.#timer);
    if (this.#socket !== undefined) {
      this.#socket.onopen = null;
      this.#socket.onmessage = null;
      this.#socket.onclose = null;
      this.#socket = undefined;
    }
  }

  #change(state: LiveState): void {
    this.#state = state;
    for (const listener of this.#listeners) {
      listener();
    }
  }
}
