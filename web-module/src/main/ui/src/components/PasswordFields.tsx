import { PasswordInput } from '@mantine/core';
import { passwordHint, SHORTEST } from '../lib/password';

interface Props {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
  readonly label?: string;
}

/** A new password, with what makes a good one; the server has the last word. */
export function NewPassword({ value, error, onChange, label = 'New password' }: Props) {
  return (
    <PasswordInput
      label={label}
      description={`At least ${SHORTEST} characters: three or four unrelated words are good and easy to type. Spaces and every script are allowed.`}
      autoComplete="new-password"
      required
      withAsterisk={false}
      value={value}
      error={error ?? passwordHint(value)}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
