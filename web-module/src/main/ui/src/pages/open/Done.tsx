import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { addressOf, go } from '../../lib/route';

/** What was reached, and the way to the log-in. */
export function Done({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h1>{title}</h1>
      <p role="status">{children}</p>
      <Button
        size="sm"
        fullWidth
        onClick={() => {
          go(addressOf('login'));
        }}
      >
        Log in
      </Button>
    </>
  );
}
