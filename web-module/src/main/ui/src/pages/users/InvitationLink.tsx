import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { CopyText } from '../../components/CopyText';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';

/** A new link for an invited person, to be handed over by other means; the one that was sent before stops working. */
export function InvitationLink({ id }: { id: string }) {
  const api = useApi();
  const make = useMutation({ mutationFn: () => api.newInvitation(id) });
  return (
    <div className="stack">
      {make.error !== null && <ProblemNotice error={make.error} />}
      {make.data === undefined ? (
        <div>
          <Button
            variant="default"
            loading={make.isPending}
            onClick={() => {
              make.mutate();
            }}
          >
            Make a link to copy
          </Button>
          <p className="dim small">For when no mail comes. An earlier link stops working.</p>
        </div>
      ) : (
        <CopyText
          label="Invitation link"
          text={make.data.link}
          hint={`Who has it can take the account: hand it over by a channel that you trust.${make.data.mailed ? ' It goes out by mail, too.' : ''}`}
        />
      )}
    </div>
  );
}
