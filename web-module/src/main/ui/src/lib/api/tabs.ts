import type { Access } from './types';

/** What one tab tells the others; it stays in the memory of pages of this origin. */
export type Told =
  { readonly kind: 'access'; readonly access: Access } | { readonly kind: 'out'; readonly reason?: string };

/** The other tabs of this browser that have the console open. */
export interface Tabs {
  /** Does the work while no other tab does any such. */
  exclusively<Result>(work: () => Promise<Result>): Promise<Result>;
  tell(message: Told): void;
  listen(heard: (message: Told) => void): void;
}

/** Alone: for tests, and for browsers without BroadcastChannel. */
export const NO_TABS: Tabs = {
  exclusively: (work) => work(),
  tell: () => undefined,
  listen: () => undefined,
};

const NAME = 'optibid-session';

/**
 * Web Locks exist on secure origins only. Without them two tabs may refresh at once, which the server forgives within
 * its time of grace.
 */
export function browserTabs(): Tabs {
  if (!('BroadcastChannel' in globalThis)) {
    return NO_TABS;
  }
  const channel = new BroadcastChannel(NAME);
  const locks = (navigator as Partial<Navigator>).locks;
  return {
    exclusively: (work) => (locks === undefined ? work() : held(locks, work)),
    tell: (message) => {
      channel.postMessage(message);
    },
    listen: (heard) => {
      channel.addEventListener('message', (event: MessageEvent<Told>) => {
        heard(event.data);
      });
    },
  };
}

// The lock's own promise is not typed as resolving what the work resolves to.
function held<Result>(locks: LockManager, work: () => Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    locks.request(NAME, () => work().then(resolve, reject)).catch(reject);
  });
}
