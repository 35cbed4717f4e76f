import type { LiveMessage } from './messages';

/** One place where everything is: the desk. Zones are named by their codes. */
export const DESK = '';

/**
 * What has come of each topic. It outlives connections: a new one asks for what came after, and what comes twice all the same
 * is told apart by its number.
 */
export class Topics {
  readonly #last = new Map<string, number | undefined>();

  add(topics: readonly string[]): void {
    for (const topic of topics) {
      if (!this.#last.has(topic)) {
        this.#last.set(topic, undefined);
      }
    }
  }

  remove(topics: readonly string[]): void {
    for (const topic of topics) {
      this.#last.delete(topic);
    }
  }

  /** Whether the message is news; from then on it is not. */
  take(message: LiveMessage): boolean {
    const topic = message.zone ?? DESK;
    if (!this.#last.has(topic)) {
      return false;
    }
    const last = this.#last.get(topic);
    if (message.type === 'snapshot' || message.type === 'snapshot-needed') {
      this.#last.set(topic, message.seq);
      return true;
    }
    if (last !== undefined && message.seq <= last) {
      return false;
    }
    this.#last.set(topic, message.seq);
    return true;
  }

  /** What to subscribe to on a new connection: those that are new to it, and the others after the number that all of them have. */
  pending(): readonly { readonly topics: readonly string[]; readonly after?: number }[] {
    const fresh = [...this.#last].filter(([, last]) => last === undefined).map(([topic]) => topic);
    const known = [...this.#last].flatMap(([topic, last]) => (last === undefined ? [] : [{ topic, last }]));
    return [
      ...(fresh.length > 0 ? [{ topics: fresh }] : []),
      ...(known.length > 0
        ? [{ topics: known.map(({ topic }) => topic), after: Math.min(...known.map(({ last }) => last)) }]
        : []),
    ];
  }
}
