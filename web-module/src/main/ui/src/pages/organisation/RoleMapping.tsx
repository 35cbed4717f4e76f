import { Button, NativeSelect, TextInput } from '@mantine/core';
import { ROLES } from '../../lib/roles';
import type { MappedGroup } from './provider';

interface Props {
  readonly mapping: readonly MappedGroup[];
  readonly error: string | undefined;
  readonly onChange: (mapping: readonly MappedGroup[]) => void;
}

/** Which group of the identity provider gives which role. */
export function RoleMapping({ mapping, error, onChange }: Props) {
  const put = (index: number, part: Partial<MappedGroup>) => {
    onChange(mapping.map((row, at) => (at === index ? { ...row, ...part } : row)));
  };
  return (
    <fieldset className="roles">
      <legend>Groups and roles</legend>
      <p className="dim small">Who is in none of these groups cannot log in.</p>
      {mapping.map((row, index) => (
        <div key={index} className="mapping-row">
          <TextInput
            aria-label={`Group ${index + 1}`}
            placeholder="Group"
            value={row.group}
            onChange={(event) => {
              put(index, { group: event.currentTarget.value });
            }}
          />
          <NativeSelect
            aria-label={`Role of group ${index + 1}`}
            value={row.role}
            data={ROLES.map(({ role }) => role)}
            onChange={(event) => {
              put(index, { role: event.currentTarget.value });
            }}
          />
          <Button
            variant="default"
            aria-label={`Remove group ${index + 1}`}
            onClick={() => {
              onChange(mapping.filter((_row, at) => at !== index));
            }}
          >
            Remove
          </Button>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          onClick={() => {
            onChange([...mapping, { group: '', role: 'viewer' }]);
          }}
        >
          Add a group
        </Button>
      </div>
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
