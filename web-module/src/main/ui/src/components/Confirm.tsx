import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Dialog } from './Dialog';
import { ProblemNotice } from './ProblemNotice';

interface Props {
  /** What the button says, and the one that confirms. */
  readonly action: string;
  readonly title: string;
  /** What will happen, and whether it can be undone. */
  readonly children: ReactNode;
  readonly onConfirm: () => Promise<unknown>;
  readonly danger?: boolean;
  readonly disabled?: boolean;
}

/** A button whose deed is asked about once more, with what it means. */
export function Confirm({ action, title, children, onConfirm, danger = true, disabled = false }: Props) {
  const [open, setOpen] = useState(false);
  const deed = useMutation({
    mutationFn: onConfirm,
    onSuccess: () => {
      setOpen(false);
    },
  });
  const close = () => {
    setOpen(false);
    deed.reset();
  };
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        className={danger ? 'button-danger' : ''}
        disabled={disabled}
        onClick={() => {
          setOpen(true);
        }}
      >
        {action}
      </Button>
      {open && (
        <Dialog title={title} onClose={close}>
          <div className="dialog-text">{children}</div>
          {deed.error !== null && <ProblemNotice error={deed.error} />}
          <footer className="dialog-foot">
            <Button size="xs" variant="default" onClick={close}>
              Cancel
            </Button>
            <Button
              size="xs"
              color={danger ? 'red' : 'blue'}
              loading={deed.isPending}
              onClick={() => {
                deed.mutate();
              }}
            >
              {action}
            </Button>
          </footer>
        </Dialog>
      )}
    </>
  );
}
