import { useRuns } from '../../lib/api/queries';
import type { User } from '../../lib/api/types';
import { may } from '../../lib/roles';
import { useRoute } from '../../lib/route';
import { RunPanel } from '../run/RunPanel';
import { NewRunForm } from './NewRunForm';
import { RunList } from './RunList';

/** The first page: start a bid run, follow it, see what it earned. */
export function DeskPage({ user }: { user: User }) {
  const runs = useRuns();
  const route = useRoute();
  const inAddress = route.page === 'runs' ? route.id : undefined;
  const shown = inAddress ?? runs.data?.[0]?.id;
  return (
    <div className="desk">
      <div className="desk-body">
        <aside aria-label="Bid runs">
          <NewRunForm readOnly={!may(user, 'startRuns')} />
          <RunList runs={runs} shown={shown} />
        </aside>
        <main id="content" tabIndex={-1}>
          {shown === undefined ? <NoRun loading={runs.isPending} /> : <RunPanel key={shown} id={shown} />}
        </main>
      </div>
    </div>
  );
}

function NoRun({ loading }: { loading: boolean }) {
  return (
    <div className="empty">
      {loading ? (
        <p role="status">Loading…</p>
      ) : (
        <>
          <h1>No bid run yet</h1>
          <p>
            Choose an asset and a delivery day and start one. You will see the forecast, the plan, the bids
            and what they earned here.
          </p>
        </>
      )}
    </div>
  );
}
