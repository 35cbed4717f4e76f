import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import { newKey } from '../../lib/api/transport';
import type { NewAlert } from '../../lib/api/types';
import { useUnsaved } from '../../lib/dirty';
import { placed } from '../../lib/findings';
import { sentence } from '../../lib/format';

const HOUR_MS = 3_600_000;
const STANDS = [
  { value: '1', label: '1 hour' },
  { value: '4', label: '4 hours' },
  { value: '24', label: '24 hours' },
  { value: '168', label: '7 days' },
];
const SEVERITIES: readonly NewAlert['severity'][] = ['information', 'warning', 'critical'];

/** Tells everybody in the organisation something, at once. */
export function AlertForm() {
  const api = useApi();
  const queries = useQueryClient();
  const [message, setMessage] = useState('');
  const [severity, setSeverity] = useState<NewAlert['severity']>('warning');
  const [hours, setHours] = useState('24');
  // Pressed again because nobody answered, the same alert goes out: its end does not move with the clock.
  const attempt = useRef<{ readonly key: string; readonly alert: NewAlert }>(undefined);
  const raise = useMutation({
    mutationFn: () => {
      const endsAt = new Date(Date.now() + Number(hours) * HOUR_MS).toISOString();
      attempt.current ??= { key: newKey(), alert: { severity, message, endsAt } };
      return api.raiseAlert(attempt.current.alert, attempt.current.key);
    },
    onSuccess: async () => {
      attempt.current = undefined;
      setMessage('');
      await queries.invalidateQueries({ queryKey: ['alerts'] });
    },
  });
  useUnsaved(message !== '');
  const findings = placed(raise.error, ['message', 'endsAt']);
  return (
    <section className="panel section" aria-labelledby="alert-title">
      <h2 id="alert-title">Alert</h2>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          raise.mutate();
        }}
      >
        {findings.rest !== null && <ProblemNotice error={findings.rest} />}
        <Textarea
          label="Message"
          description="Everybody in the organisation sees it on every page, at once"
          maxLength={500}
          rows={2}
          dir="auto"
          value={message}
          error={findings.at('message')}
          onChange={(event) => {
            attempt.current = undefined;
            setMessage(event.currentTarget.value);
          }}
        />
        <div className="field-grid">
          <NativeSelect
            label="Severity"
            value={severity}
            data={SEVERITIES.map((each) => ({ value: each, label: sentence(each) }))}
            onChange={(event) => {
              attempt.current = undefined;
              setSeverity(event.currentTarget.value as NewAlert['severity']);
            }}
          />
          <NativeSelect
            label="Stands for"
            value={hours}
            data={STANDS}
            error={findings.at('endsAt')}
            onChange={(event) => {
              attempt.current = undefined;
              setHours(event.currentTarget.value);
            }}
          />
        </div>
        <footer className="form-foot">
          <Button type="submit" loading={raise.isPending} disabled={message.trim() === ''}>
            Raise
          </Button>
          {raise.isSuccess && message === '' && (
            <span role="status" className="dim">
              Everybody has been told.
            </span>
          )}
        </footer>
      </form>
    </section>
  );
}
