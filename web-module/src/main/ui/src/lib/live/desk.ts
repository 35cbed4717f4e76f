import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react';
import { useApi, useSession } from '../api/context';
import { statusAt } from '../api/transport';
import { LiveConnection, type LiveSocket, type LiveState } from './connection';
import type { LiveMessage } from './messages';

/** How to reach the server's channels; absent in tests of pages that need none. */
export interface Sockets {
  readonly open: (channel: string, token: string) => LiveSocket;
  /** The status with which the channel answers over HTTP, 0 for none. */
  readonly status: (channel: string, token: string) => Promise<number>;
}

export const SocketsContext = createContext<Sockets | undefined>(undefined);

/** The browser's own, beside the page's address. */
export function browserSockets(base = document.baseURI): Sockets {
  const at = (channel: string) => new URL(`ws/${channel}`, base);
  return {
    open: (channel, token) => {
      const address = at(channel);
      address.protocol = address.protocol.replace('http', 'ws');
      return adapted(new WebSocket(address, ['optibid.v1', `bearer.${token}`]));
    },
    status: (channel, token) => statusAt(at(channel), token),
  };
}

function adapted(socket: WebSocket): LiveSocket {
  const live: LiveSocket = {
    send: (text) => {
      socket.send(text);
    },
    close: () => {
      socket.close();
    },
    onopen: null,
    onmessage: null,
    onclose: null,
  };
  socket.onopen = () => live.onopen?.();
  socket.onmessage = (event: MessageEvent<unknown>) => live.onmessage?.(event);
  socket.onclose = (event) => live.onclose?.(event);
  return live;
}

export interface LiveDesk {
  readonly state: LiveState;
  readonly retry: () => void;
}

const OFF: LiveState = { kind: 'off' };
const NONE: LiveDesk = { state: OFF, retry: () => undefined };

export const LiveDeskContext = createContext<LiveDesk>(NONE);

export function useLiveDesk(): LiveDesk {
  return use(LiveDeskContext);
}

/** Keeps the desk's connection while somebody is logged in; what it tells makes the pages ask for what has changed. */
export function useDeskConnection(): LiveDesk {
  const sockets = use(SocketsContext);
  const session = useSession();
  const api = useApi();
  const queries = useQueryClient();
  const [live] = useState(
    () =>
      sockets &&
      new LiveConnection({
        open: (token) => sockets.open('desk', token),
        why: () => sockets.status('desk', session.token ?? ''),
        token: () => session.token,
        renew: () => api.renew(),
        heard: (message) => {
          refresh(queries, message);
        },
      }),
  );
  useEffect(() => {
    if (live === undefined) {
      return undefined;
    }
    live.start();
    const stop = session.subscribe(() => {
      live.tokenChanged();
      live.start();
    });
    return () => {
      stop();
      live.stop();
    };
  }, [live, session]);
  const state = useSyncExternalStore(live?.subscribe ?? nothing, live?.state ?? off);
  return live === undefined
    ? NONE
    : {
        state,
        retry: () => {
          live.retry();
        },
      };
}

const nothing = () => () => undefined;
const off = () => OFF;

function refresh(queries: QueryClient, { data }: LiveMessage): void {
  const subject = typeof data?.subject === 'string' ? data.subject : '';
  if (subject.startsWith('alert/')) {
    void queries.invalidateQueries({ queryKey: ['alerts'] });
    return;
  }
  const run = /^bid-run\/(.+)$/.exec(subject)?.[1];
  void queries.invalidateQueries({ queryKey: run === undefined ? ['run'] : ['run', run] });
  void queries.invalidateQueries({ queryKey: ['runs'] });
  void queries.invalidateQueries({ queryKey: ['kpis'] });
}
