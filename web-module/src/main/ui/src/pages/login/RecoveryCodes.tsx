import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { CopyText } from '../../components/CopyText';
import { download } from '../../lib/download';

/** The recovery codes, the only time that they are shown. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const [kept, setKept] = useState(false);
  const text = codes.join('\n');
  return (
    <div className="stack">
      <h1>Recovery codes</h1>
      <p>
        They are shown this once. Each lets you in once when the authenticator is lost: print them, or keep
        them where you keep passwords.
      </p>
      <CopyText label={`${codes.length} codes`} text={text} />
      <Button
        variant="default"
        onClick={() => {
          download('optibid-recovery-codes.txt', new Blob([`${text}\n`], { type: 'text/plain' }));
        }}
      >
        Download as a file
      </Button>
      <Checkbox
        label="I have kept them in a safe place"
        checked={kept}
        onChange={(event) => {
          setKept(event.currentTarget.checked);
        }}
      />
      <Button size="sm" disabled={!kept} fullWidth onClick={onDone}>
        Continue
      </Button>
    </div>
  );
}
