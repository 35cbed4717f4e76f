import { useSyncExternalStore } from 'react';

/**
 * Where in the console one is, as the fragment of the address says: `#/assets/7?tab=history`. It never reaches a server
 * or a log, can be bookmarked, and Back works.
 */
export interface Route {
  /** First part, for example `assets`; empty on the first page. */
  readonly page: string;
  /** Second part, where there is one. */
  readonly id?: string;
  readonly query: URLSearchParams;
  /** A one-time token that stood in the address; it is taken out of it, and of the history, at once. */
  readonly token?: string;
}

let cached: { hash: string; route: Route } | undefined;

export function useRoute(): Route {
  return useSyncExternalStore(subscribe, currentRoute);
}

/** `#/users/u%201`, `#/markets/statistics?zone=FR` */
export function addressOf(page: string, id?: string, query?: URLSearchParams): string {
  const path = `#/${page}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;
  return query === undefined ? path : `${path}?${query.toString()}`;
}

export function go(address: string): void {
  window.location.hash = address;
}

/** Goes on from a page that one does not come Back to. */
export function goOn(address: string): void {
  window.location.replace(address);
}

/** Reads the address, and takes a one-time token out of it. Called before anything is drawn. */
export function currentRoute(): Route {
  const { hash } = window.location;
  if (cached?.hash === hash) {
    return cached.route;
  }
  const route = parse(hash);
  let shown = hash;
  if (route.token !== undefined) {
    shown = addressOf(route.page);
    window.history.replaceState(null, '', shown);
  }
  cached = { hash: shown, route };
  return route;
}

export function parse(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [page = '', second] = path.split('/').map(decoded);
  const query = new URLSearchParams(search);
  const token = query.get('token');
  query.delete('token');
  return {
    page,
    query,
    ...(second !== undefined && second !== '' && { id: second }),
    ...(token !== null && token !== '' && { token }),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => {
    window.removeEventListener('hashchange', changed);
  };
}
