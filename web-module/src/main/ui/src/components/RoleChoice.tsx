import { Checkbox } from '@mantine/core';
import { OPERATOR, ROLES } from '../lib/roles';

interface Props {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (roles: string[]) => void;
  readonly error?: string | undefined;
  /** Roles that may be given here; all of an organisation unless said. */
  readonly offered?: readonly string[];
}

/** Roles to tick, each with what it may do. */
export function RoleChoice({ label, chosen, onChange, error, offered }: Props) {
  return (
    <fieldset className="roles">
      <legend>{label}</legend>
      {[...ROLES, OPERATOR]
        .filter(({ role }) => offered?.includes(role) ?? role !== 'operator')
        .map(({ role, may }) => (
          <Checkbox
            key={role}
            size="xs"
            label={
              <>
                {role} <span className="dim">{may}</span>
              </>
            }
            checked={chosen.includes(role)}
            onChange={(event) => {
              onChange(
                event.currentTarget.checked ? [...chosen, role] : chosen.filter((each) => each !== role),
              );
            }}
          />
        ))}
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
