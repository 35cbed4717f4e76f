import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLiveDesk } from '../live/desk';
import { isActive, pollInterval } from '../run';
import { useApi } from './context';
import { ApiError } from './problem';
import type { BidRunRequest } from './types';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 2000,
        // A refusal stays a refusal; only silence is worth asking again.
        retry: (count, error) => count < 2 && error instanceof ApiError && error.status === 0,
      },
      mutations: { networkMode: 'always' },
    },
  });
}

export function useAssets() {
  const api = useApi();
  return useQuery({ queryKey: ['assets'], queryFn: () => api.assets(), staleTime: 10_000 });
}

/** Those assets that bid runs can be made for. */
export function useBatteries() {
  const api = useApi();
  return useQuery({
    queryKey: ['assets'],
    queryFn: () => api.assets(),
    staleTime: 10_000,
    select: (assets) => assets.filter((asset) => asset.kind === 'battery'),
  });
}

export function useSites() {
  const api = useApi();
  return useQuery({ queryKey: ['sites'], queryFn: () => api.sites(), staleTime: 10_000 });
}

export function useProducts() {
  const api = useApi();
  return useQuery({ queryKey: ['products'], queryFn: () => api.products(), staleTime: 600_000 });
}

/** What an administrator tells everybody, while it stands. */
export function useAlerts() {
  const api = useApi();
  const interval = useLiveDesk().state.kind === 'live' ? IDLE_WHILE_LIVE_MS : IDLE_MS;
  return useQuery({ queryKey: ['alerts'], queryFn: () => api.alerts(), refetchInterval: interval });
}

/** The next gate of each product; the one that closes takes its successor in. */
export function useGates() {
  const api = useApi();
  return useQuery({ queryKey: ['gates'], queryFn: () => api.gates(), refetchInterval: 60_000 });
}

export function useRuleSets(product: string) {
  const api = useApi();
  return useQuery({ queryKey: ['rule-sets', product], queryFn: () => api.ruleSets(product) });
}

export function useCalendar(product: string, from: string, to: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['calendar', product, from, to],
    queryFn: () => api.calendar(product, from, to),
    staleTime: 600_000,
  });
}

export function useZones() {
  const api = useApi();
  return useQuery({ queryKey: ['zones'], queryFn: () => api.zones(), staleTime: 600_000 });
}

export function useCoverage(product: string | undefined, zone: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ['coverage', product, zone],
    queryFn: () => api.coverage(product ?? '', zone ?? ''),
    enabled: product !== undefined && zone !== undefined,
    staleTime: 30_000,
  });
}

const IDLE_MS = 10_000;

/** Only in case that something was not told. */
const IDLE_WHILE_LIVE_MS = 60_000;

export function useRuns() {
  const api = useApi();
  const idle = useLiveDesk().state.kind === 'live' ? IDLE_WHILE_LIVE_MS : IDLE_MS;
  return useQuery({
    queryKey: ['runs'],
    queryFn: () => api.runs(),
    refetchInterval: (query) => (query.state.data?.some((run) => isActive(run.state)) ? 1000 : idle),
  });
}

export function useRun(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['run', id],
    queryFn: ({ signal }) => api.run(id, signal),
    refetchInterval: (query) => pollInterval(query.state.data?.state),
  });
}

export function useStartRun() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ request, key }: { request: BidRunRequest; key: string }) => api.startRun(request, key),
    onSuccess: (run) => {
      queries.setQueryData(['run', run.id], run);
      return queries.invalidateQueries({ queryKey: ['runs'] });
    },
  });
}

export function useCancelRun() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.cancelRun(id),
    onSettled: (_answer, _error, id) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['run', id] }),
        queries.invalidateQueries({ queryKey: ['runs'] }),
      ]),
  });
}
