import { createContext, use, useSyncExternalStore } from 'react';
import type { Api } from './client';
import type { Session, SessionState } from './session';

export const ConsoleContext = createContext<{ api: Api; session: Session } | undefined>(undefined);

export function useApi(): Api {
  return useConsole().api;
}

export function useSession(): Session {
  return useConsole().session;
}

export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.state);
}

function useConsole() {
  const context = use(ConsoleContext);
  if (context === undefined) {
    throw new Error('ConsoleContext is missing above this component');
  }
  return context;
}
