import type { BidRunState } from './api/types';

/** Still moving on the server: worth asking again. */
export function isActive(state: BidRunState): boolean {
  return state === 'queued' || state === 'running' || state === 'awaiting-results';
}

/** How soon to ask again, milliseconds; false when the run is finished. */
export function pollInterval(state: BidRunState | undefined): number | false {
  if (state === undefined || !isActive(state)) {
    return false;
  }
  return state === 'awaiting-results' ? 5000 : 700;
}
