import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../components/Dialog';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import type { ApiKey } from '../../lib/api/types';
import { placed } from '../../lib/findings';
import { KeyOnce } from './KeyOnce';

/** A new key of the same name and roles; the old one goes on for a while, so that nothing stands still. */
export function RotateDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const [hours, setHours] = useState('24');
  const rotate = useMutation({
    mutationFn: () => api.rotateApiKey(apiKey.id, Number(hours)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  const findings = placed(rotate.error, ['overlapHours']);
  if (rotate.data !== undefined) {
    return <KeyOnce name={apiKey.name} text={rotate.data.key} onClose={onClose} />;
  }
  return (
    <Dialog title="Rotate the key" onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          rotate.mutate();
        }}
      >
        <p>
          <bdi>{apiKey.name}</bdi> gets a new key. The present one goes on for the hours that you give, so
          that programs can be changed one after the other.
        </p>
        {findings.rest !== null && <ProblemNotice error={findings.rest} />}
        <TextInput
          label="Overlap, hours"
          inputMode="numeric"
          pattern="[0-9]+"
          required
          withAsterisk={false}
          value={hours}
          error={findings.at('overlapHours')}
          onChange={(event) => {
            setHours(event.currentTarget.value);
          }}
        />
        <footer className="dialog-foot">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={rotate.isPending}>
            Rotate
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
