import type { BidRunState } from '../lib/api/types';
import { words } from '../lib/format';

const TONE: Record<BidRunState, string> = {
  queued: 'neutral',
  running: 'busy',
  'awaiting-results': 'wait',
  succeeded: 'good',
  failed: 'bad',
  cancelled: 'neutral',
};

export function StateBadge({ state }: { state: BidRunState }) {
  return <span className={`tag tag-${TONE[state]}`}>{words(state)}</span>;
}

/** Said wherever a figure rests on prices that no market made. */
export function SimulatedBadge() {
  return (
    <span className="tag tag-simulated" title="Made by the simulator, not by a market">
      simulated
    </span>
  );
}
