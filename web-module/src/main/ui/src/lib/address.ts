import { useSyncExternalStore } from 'react';

/** The run that the address names (`#/runs/{id}`), so that a run can be bookmarked and Back works. */
export function useRunInAddress(): string | undefined {
  return useSyncExternalStore(subscribe, runInAddress);
}

export function runAddress(id: string): string {
  return `#/runs/${encodeURIComponent(id)}`;
}

export function showRun(id: string): void {
  window.location.hash = runAddress(id);
}

function runInAddress(): string | undefined {
  const id = /^#\/runs\/([^/]+)$/.exec(window.location.hash)?.[1];
  return id === undefined ? undefined : decodeURIComponent(id);
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => {
    window.removeEventListener('hashchange', changed);
  };
}
