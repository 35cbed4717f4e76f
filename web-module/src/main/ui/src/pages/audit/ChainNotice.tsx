import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import type { AuditScope } from '../../lib/api/types';

/** Whether the log is as it was written: every entry is chained to the one before by its hash. */
export function ChainNotice({ scope }: { scope: AuditScope }) {
  const api = useApi();
  const chain = useQuery({
    queryKey: ['audit-chain', scope],
    queryFn: () => api.chainState(scope),
    staleTime: 30_000,
  });
  if (chain.error !== null) {
    return <ProblemNotice error={chain.error} />;
  }
  if (chain.data === undefined) {
    return (
      <p role="status" className="dim small">
        Verifying the chain…
      </p>
    );
  }
  const { sealed, unsealed, head, firstBroken } = chain.data;
  if (firstBroken !== undefined) {
    return (
      <Alert color="red" role="alert" title="The chain is broken: an entry was altered, added or removed.">
        <p>
          {firstBroken.detail} ({firstBroken.kind}
          {firstBroken.sequence !== undefined && `, place ${firstBroken.sequence} in the chain`}
          {firstBroken.entryId !== undefined && (
            <>
              , entry <code className="break">{firstBroken.entryId}</code>
            </>
          )}
          ). What comes after it cannot be trusted by itself. Compare with an export or a backup, and tell
          your security team.
        </p>
      </Alert>
    );
  }
  return (
    <p role="status" className="small chain">
      <span className="tag tag-good">chain verified</span> {sealed} entries sealed
      {unsealed > 0 && <span className="dim">, {unsealed} not yet: the sealer comes every second</span>}
      {head !== undefined && (
        <>
          {' · newest seal '}
          <code className="dim break">{head}</code>
        </>
      )}
    </p>
  );
}
