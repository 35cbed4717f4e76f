import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useApi, useSessionState } from './lib/api/context';
import type { User } from './lib/api/types';
import { useRoute } from './lib/route';
import { SessionEnded } from './pages/login/SessionEnded';
import { LoginPage } from './pages/login/LoginPage';
import { isOpenPage, OpenPage } from './pages/open/OpenPage';
import { Restoring } from './pages/open/Restoring';
import { Shell } from './pages/shell/Shell';

export function App() {
  const api = useApi();
  const session = useSessionState();
  const route = useRoute();
  const restoring = session.kind === 'restoring';
  useEffect(() => {
    if (restoring) {
      void api.restore();
    }
  }, [api, restoring]);
  const user = session.kind === 'in' || session.kind === 'ended' ? session.user : undefined;
  useForgetting(user, session.kind === 'in');

  if (isOpenPage(route)) {
    return <OpenPage route={route} />;
  }
  switch (session.kind) {
    case 'restoring':
      return <Restoring />;
    case 'out':
      return <LoginPage reason={session.reason} />;
    case 'in':
    case 'ended':
      // The page stays where it is while the session has ended, with all that was typed into it.
      return (
        <>
          <Shell key={session.user.id} user={session.user} />
          {session.kind === 'ended' && <SessionEnded user={session.user} reason={session.reason} />}
        </>
      );
  }
}

/** What one person was shown is not kept for the next; what failed while nobody was logged in is asked for again. */
function useForgetting(user: User | undefined, inside: boolean): void {
  const queries = useQueryClient();
  const last = useRef<string>(undefined);
  const id = user?.id;
  useEffect(() => {
    if (last.current !== undefined && last.current !== id) {
      queries.clear();
    }
    last.current = id;
  }, [queries, id]);
  useEffect(() => {
    if (inside) {
      void queries.invalidateQueries({ predicate: (query) => query.state.status === 'error' });
    }
  }, [queries, inside]);
}
