import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../components/Dialog';
import { Loaded } from '../../components/Loaded';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import type { SecondFactor } from '../../lib/api/types';
import { RecoveryCodes } from '../login/RecoveryCodes';
import { EnrolOwn } from './EnrolOwn';

type Open = 'enrol' | 'codes' | 'disable';

const FEW_CODES = 3;

export function SecondFactorSection() {
  const api = useApi();
  const queries = useQueryClient();
  const factor = useQuery({ queryKey: ['second-factor'], queryFn: () => api.secondFactor() });
  const [open, setOpen] = useState<Open>();
  const close = () => {
    setOpen(undefined);
    void queries.invalidateQueries({ queryKey: ['second-factor'] });
  };
  return (
    <section className="panel section" aria-labelledby="factor-title">
      <h2 id="factor-title">Second factor</h2>
      <Loaded query={factor} what="the second factor">
        {(state) => <FactorState state={state} onOpen={setOpen} />}
      </Loaded>
      {open === 'enrol' && (
        <Dialog title="Second factor" onClose={close}>
          <EnrolOwn onDone={close} />
        </Dialog>
      )}
      {open === 'codes' && (
        <Dialog title="New recovery codes" onClose={close}>
          <NewCodes onDone={close} />
        </Dialog>
      )}
      {open === 'disable' && (
        <Dialog title="Turn the second factor off" onClose={close}>
          <TurnOff onDone={close} />
        </Dialog>
      )}
    </section>
  );
}

function FactorState({ state, onOpen }: { state: SecondFactor; onOpen: (open: Open) => void }) {
  if (!state.enrolled && !state.available) {
    return (
      <p>
        You log in at your organisation’s identity provider, which asks for a second factor of its own.
        OptiBid asks you for no code.
      </p>
    );
  }
  if (!state.enrolled) {
    return (
      <div className="stack">
        <p>
          Not set up{state.required && ', and your organisation requires it'}. An authenticator app on your
          phone then gives a code for each log-in, so that a stolen password alone opens nothing.
        </p>
        <div>
          <Button
            onClick={() => {
              onOpen('enrol');
            }}
          >
            Set up
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="stack">
      <p>
        Set up{state.required && ', as your organisation requires'}.{' '}
        <span className={state.recoveryCodesLeft < FEW_CODES ? 'warn' : 'dim'}>
          {state.recoveryCodesLeft} recovery {state.recoveryCodesLeft === 1 ? 'code is' : 'codes are'} left.
        </span>
      </p>
      <div className="actions">
        <Button
          variant="default"
          onClick={() => {
            onOpen('codes');
          }}
        >
          New recovery codes
        </Button>
        {!state.required && (
          <Button
            variant="default"
            className="button-danger"
            onClick={() => {
              onOpen('disable');
            }}
          >
            Turn off
          </Button>
        )}
      </div>
    </div>
  );
}

function NewCodes({ onDone }: { onDone: () => void }) {
  const api = useApi();
  const [code, setCode] = useState('');
  const make = useMutation({ mutationFn: () => api.newRecoveryCodes(code.replaceAll(/\s/g, '')) });
  if (make.data !== undefined) {
    return <RecoveryCodes codes={make.data} onDone={onDone} />;
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <p className="dim">The codes that you have now stop working.</p>
      {make.error !== null && <ProblemNotice error={make.error} />}
      <CodeInput value={code} onChange={setCode} />
      <Button type="submit" loading={make.isPending}>
        Make new codes
      </Button>
    </form>
  );
}

function TurnOff({ onDone }: { onDone: () => void }) {
  const api = useApi();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const disable = useMutation({
    mutationFn: () => api.disableSecondFactor(password, code.replaceAll(/\s/g, '')),
    onSuccess: onDone,
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        disable.mutate();
      }}
    >
      <p className="dim">From then on the password alone opens the account.</p>
      {disable.error !== null && <ProblemNotice error={disable.error} />}
      <PasswordInput
        label="Password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => {
          setPassword(event.currentTarget.value);
        }}
      />
      <CodeInput value={code} onChange={setCode} />
      <Button type="submit" color="red" loading={disable.isPending}>
        Turn off
      </Button>
    </form>
  );
}

function CodeInput({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <TextInput
      label="Code of your authenticator"
      inputMode="numeric"
      autoComplete="one-time-code"
      required
      withAsterisk={false}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
