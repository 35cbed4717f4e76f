import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../lib/api/context';
import { LogInProblem } from './LogInProblem';

interface Props {
  readonly email: string;
  readonly onEmail: (email: string) => void;
  readonly onBack: () => void;
}

/** The address tells the organisation, and the organisation's identity provider does the rest. */
export function SingleSignOnForm({ email, onEmail, onBack }: Props) {
  const api = useApi();
  const start = useMutation({
    mutationFn: () => api.startSingleSignOn(email.trim(), window.location.hash),
    onSuccess: (address) => {
      window.location.assign(address);
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        start.mutate();
      }}
    >
      <h1>Single sign-on</h1>
      <p className="dim">
        Give the address that your company knows you by. Its own log-in page opens, and sends you back here.
      </p>
      {start.error !== null && <LogInProblem error={start.error} />}
      <TextInput
        label="E-mail"
        type="email"
        name="email"
        size="sm"
        autoComplete="username"
        required
        withAsterisk={false}
        autoFocus
        value={email}
        onChange={(event) => {
          onEmail(event.currentTarget.value);
        }}
      />
      <Button type="submit" size="sm" loading={start.isPending || start.isSuccess} fullWidth>
        Go to the log-in of my company
      </Button>
      <Button size="sm" variant="default" fullWidth onClick={onBack}>
        Back to the password
      </Button>
    </form>
  );
}
