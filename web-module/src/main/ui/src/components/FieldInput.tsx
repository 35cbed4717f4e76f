import { NativeSelect, TextInput } from '@mantine/core';
import type { Field } from '../lib/form';
import { sentence } from '../lib/format';

const INPUT_MODE = { text: 'text', decimal: 'decimal', integer: 'numeric' } as const;

interface Props {
  readonly field: Field;
  readonly value: string;
  readonly error: string | undefined;
  readonly readOnly: boolean;
  readonly onChange: (value: string) => void;
  /** In the place of the field's own choices, where they come from the server. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

/** One field of a form over JSON, with its unit. */
export function FieldInput({ field, value, error, readOnly, onChange, choices }: Props) {
  const label = (
    <>
      {field.label}
      {field.unit !== undefined && field.unit !== '' && <span className="unit"> {field.unit}</span>}
      {field.optional && <span className="unit"> (optional)</span>}
    </>
  );
  if (field.kind === 'choice') {
    const offered = choices ?? field.choices?.map((each) => ({ value: each, label: sentence(each) })) ?? [];
    return (
      <NativeSelect
        label={label}
        description={field.hint}
        disabled={readOnly}
        value={value}
        error={error}
        data={value === '' && !field.optional ? [{ value: '', label: 'Choose…' }, ...offered] : [...offered]}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    );
  }
  return (
    <TextInput
      label={label}
      description={field.hint}
      inputMode={INPUT_MODE[field.kind]}
      readOnly={readOnly}
      className={field.kind === 'text' ? 'field-text' : 'field-number'}
      dir={field.kind === 'text' ? 'auto' : 'ltr'}
      value={value}
      error={error}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
