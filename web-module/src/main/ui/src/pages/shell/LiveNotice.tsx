import { Button } from '@mantine/core';
import { useLiveDesk } from '../../lib/live/desk';
import { useNow } from '../../lib/now';

/** Whether the page hears of changes at once, and what to do where it does not. */
export function LiveNotice() {
  const { state, retry } = useLiveDesk();
  switch (state.kind) {
    case 'off':
      return null;
    case 'live':
      return (
        <span className="live" role="status" title="What happens to your bids is shown at once">
          <span className="live-dot live-good" aria-hidden="true" />
          Live
        </span>
      );
    case 'connecting':
      return (
        <span className="live" role="status">
          <span className="live-dot" aria-hidden="true" />
          Connecting…
        </span>
      );
    case 'waiting':
      return <Waiting until={state.until} retry={retry} />;
    case 'failed':
      return (
        <span className="live" role="status" title={state.reason}>
          <span className="live-dot live-bad" aria-hidden="true" />
          Not live<span className="live-reason">: {state.reason}</span>
          <Again retry={retry} />
        </span>
      );
  }
}

function Waiting({ until, retry }: { until: number; retry: () => void }) {
  const seconds = Math.max(0, Math.ceil((until - useNow()) / 1000));
  return (
    <span className="live">
      <span className="live-dot live-bad" aria-hidden="true" />
      {/* The seconds are not read out: they change all the time. */}
      <span role="status">Not live, trying again</span>
      <span aria-hidden="true"> in {seconds} s</span>
      <Again retry={retry} />
    </span>
  );
}

function Again({ retry }: { retry: () => void }) {
  return (
    <Button size="compact-xs" variant="transparent" className="bar-button" onClick={retry}>
      Try again
    </Button>
  );
}
