import { Alert, Button } from '@mantine/core';
import { Dialog } from '../../components/Dialog';
import { useSession } from '../../lib/api/context';
import type { User } from '../../lib/api/types';
import { LogInSteps } from './LogInSteps';

/** Stands before the page, and hides it, until the same person has logged in again or leaves. */
export function SessionEnded({ user, reason }: { user: User; reason: string }) {
  const session = useSession();
  return (
    <Dialog title="Session ended" className="dialog-opaque">
      <LogInSteps
        email={user.email}
        notice={<Alert color="blue">{reason} What you have typed is kept behind this window.</Alert>}
      />
      <footer className="dialog-foot">
        <Button
          variant="default"
          onClick={() => {
            session.leave();
          }}
        >
          Leave, and drop what I typed
        </Button>
      </footer>
    </Dialog>
  );
}
