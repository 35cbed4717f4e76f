import { Alert, Button } from '@mantine/core';
import type { Between } from '../lib/edit';

interface Props {
  readonly between: Between | undefined;
  readonly onDiscard: () => void;
}

/** Somebody else saved first: what they changed, and that one's own input is still there. */
export function ChangedBetween({ between, onDiscard }: Props) {
  if (between === undefined) {
    return null;
  }
  return (
    <Alert
      color="yellow"
      role="alert"
      title="Somebody changed this meanwhile. Nothing of yours was saved."
      className="problem"
    >
      <p>
        <bdi>{between.detail}</bdi>
      </p>
      {between.changes.length > 0 && (
        <ul>
          {between.changes.map((change) => (
            <li key={change.path}>
              <bdi>{change.message}</bdi>
            </li>
          ))}
        </ul>
      )}
      <p>
        The form now shows the newest version with what you typed over it. Look it over and save again, or
        take the newest version as it is.
      </p>
      <Button variant="default" onClick={onDiscard}>
        Drop what I typed
      </Button>
    </Alert>
  );
}
