import { Button } from '@mantine/core';
import { ThemeSwitch } from '../../components/ThemeSwitch';
import { Wordmark } from '../../components/Wordmark';
import { useRunInAddress } from '../../lib/address';
import { useSession } from '../../lib/api/context';
import { useRuns } from '../../lib/api/queries';
import type { User } from '../../lib/api/types';
import { RunPanel } from '../run/RunPanel';
import { NewRunForm } from './NewRunForm';
import { RunList } from './RunList';

/** The first page: start a bid run, follow it, see what it earned. */
export function DeskPage({ user }: { user: User }) {
  const runs = useRuns();
  const inAddress = useRunInAddress();
  const shown = inAddress ?? runs.data?.[0]?.id;
  return (
    <div className="desk">
      <a className="skip" href="#run" onClick={focusRun}>
        Skip to the bid run
      </a>
      <DeskBar user={user} />
      <div className="desk-body">
        <aside aria-label="Bid runs">
          <NewRunForm readOnly={!mayBid(user)} />
          <RunList runs={runs} shown={shown} />
        </aside>
        <main id="run" tabIndex={-1}>
          {shown === undefined ? <NoRun loading={runs.isPending} /> : <RunPanel key={shown} id={shown} />}
        </main>
      </div>
    </div>
  );
}

// The address names the run that is shown, so the link must not replace it.
function focusRun(event: React.SyntheticEvent) {
  event.preventDefault();
  document.getElementById('run')?.focus();
}

function mayBid(user: User): boolean {
  return user.roles.includes('trader') || user.roles.includes('administrator');
}

function DeskBar({ user }: { user: User }) {
  const session = useSession();
  return (
    <header className="bar">
      <Wordmark />
      <span className="bar-page">Bid desk</span>
      <span className="bar-space" />
      <span className="bar-user" title={`${user.email} · ${user.roles.join(', ')}`}>
        <span className="bar-org">{user.organisation.name}</span> <b>{user.displayName}</b>
      </span>
      <ThemeSwitch />
      <Button
        size="compact-xs"
        variant="transparent"
        className="bar-button"
        onClick={() => {
          session.end();
        }}
      >
        Log out
      </Button>
    </header>
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
