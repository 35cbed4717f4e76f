import { Button } from '@mantine/core';
import { useId, useRef, useState } from 'react';

interface Props {
  readonly label: string;
  readonly text: string;
  readonly hint?: string;
}

/** A text to take along: shown whole, and copied by one press. */
export function CopyText({ label, text, hint }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<boolean>();
  return (
    <div className="copy">
      <label htmlFor={id}>{label}</label>
      <div className="copy-line">
        <textarea
          id={id}
          ref={field}
          readOnly
          value={text}
          rows={Math.min(12, Math.max(text.split('\n').length, Math.ceil(text.length / 40)))}
          spellCheck={false}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
        />
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            void copy(text, field.current).then(setCopied);
          }}
        >
          Copy
        </Button>
      </div>
      <p className="dim small" role="status">
        {copied === true && 'Copied. '}
        {copied === false && 'The browser does not let us copy: press Ctrl+C, the text is selected. '}
        {hint}
      </p>
    </div>
  );
}

/** The clipboard exists on secure origins only; elsewhere the text is selected for who presses Ctrl+C. */
async function copy(text: string, field: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await (navigator as Partial<Navigator>).clipboard?.writeText(text);
    if ((navigator as Partial<Navigator>).clipboard !== undefined) {
      return true;
    }
  } catch {
    // Refused: as if there were none.
  }
  field?.select();
  return false;
}
