import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemNotice } from './ProblemNotice';

interface Props<Data> {
  readonly query: UseQueryResult<Data>;
  readonly what: string;
  readonly children: (data: Data) => ReactNode;
}

/** What a query gave; while there is nothing, why. What was last known stays when a later try fails. */
export function Loaded<Data>({ query, what, children }: Props<Data>) {
  return (
    <>
      {query.error !== null && (
        <ProblemNotice
          error={query.error}
          onRetry={() => {
            void query.refetch();
          }}
        />
      )}
      {query.data !== undefined && children(query.data)}
      {query.isPending && (
        <p role="status" className="dim empty-line">
          Loading {what}…
        </p>
      )}
    </>
  );
}
