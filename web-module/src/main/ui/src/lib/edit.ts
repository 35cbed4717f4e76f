import { useMutation, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from './api/problem';
import type { Versioned } from './api/types';
import { useUnsaved } from './dirty';

interface Parts<Value, Fields> {
  readonly query: UseQueryResult<Versioned<Value>>;
  readonly fieldsOf: (value: Value) => Fields;
  /** Sends what was typed, against the version that it was typed over. */
  readonly save: (etag: string, typed: Partial<Fields>, base: Value) => Promise<Versioned<Value>>;
  readonly onSaved: (saved: Versioned<Value>) => unknown;
}

/** What came between, as the server tells it: who was it and when, and each field that differs. */
export interface Between {
  readonly detail: string;
  readonly changes: readonly { readonly path: string; readonly message: string }[];
}

/**
 * Edits one versioned thing. What was typed lies over the version that it was typed over, so that the server can tell a
 * change that came between; then the newer version takes its place underneath, and what was typed stays.
 */
export function useEdit<Value, Fields extends object>({
  query,
  fieldsOf,
  save,
  onSaved,
}: Parts<Value, Fields>) {
  const [typed, setTyped] = useState<Partial<Fields>>({});
  const [held, setHeld] = useState<Versioned<Value>>();
  const [between, setBetween] = useState<Between>();
  const base = held ?? query.data;
  const unsaved = Object.keys(typed).length > 0;
  useUnsaved(unsaved);

  const saving = useMutation({
    mutationFn: () => {
      if (base === undefined) {
        throw new Error('There is nothing to save yet.');
      }
      return save(base.etag, typed, base.value);
    },
    onSuccess: (saved) => {
      setTyped({});
      setHeld(undefined);
      setBetween(undefined);
      return onSaved(saved);
    },
    onError: async (refusal) => {
      const problem = ApiError.of(refusal);
      if (problem.status === 412) {
        setBetween({
          detail: problem.detail,
          changes: problem.findings.map(({ path, message }) => ({ path: path ?? '', message })),
        });
        setHeld((await query.refetch()).data);
      }
    },
  });
  const stale = saving.error !== null && ApiError.of(saving.error).status === 412;
  return {
    base: base?.value,
    etag: base?.etag,
    fields: base === undefined ? undefined : { ...fieldsOf(base.value), ...typed },
    unsaved,
    change: (part: Partial<Fields>) => {
      setHeld(base);
      setTyped({ ...typed, ...part });
    },
    discard: () => {
      setTyped({});
      setHeld(undefined);
      setBetween(undefined);
      saving.reset();
    },
    submit: () => {
      setBetween(undefined);
      saving.mutate();
    },
    busy: saving.isPending,
    saved: saving.isSuccess && !unsaved,
    error: stale ? null : saving.error,
    between,
  };
}
