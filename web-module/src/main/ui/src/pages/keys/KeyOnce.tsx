import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { CopyText } from '../../components/CopyText';
import { Dialog } from '../../components/Dialog';

interface Props {
  readonly name: string;
  readonly text: string;
  readonly onClose: () => void;
}

/** The key, the only time that it is shown; the dialog closes by a deliberate press alone. */
export function KeyOnce({ name, text, onClose }: Props) {
  const [kept, setKept] = useState(false);
  return (
    <Dialog title="The key">
      <div className="stack">
        <CopyText
          label={`Key of ${name}`}
          text={text}
          hint="It is shown this once, and only its hash is stored. Put it into the secrets of the program."
        />
        <Checkbox
          label="I have kept it"
          checked={kept}
          onChange={(event) => {
            setKept(event.currentTarget.checked);
          }}
        />
        <footer className="dialog-foot">
          <Button disabled={!kept} onClick={onClose}>
            Done
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}
