import { FieldInput } from '../../components/FieldInput';
import type { Placed } from '../../lib/findings';
import { shownFields, type Field, type Texts } from '../../lib/form';

interface Props {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly texts: Texts;
  readonly errors: Readonly<Record<string, string>>;
  readonly findings: Placed;
  readonly readOnly: boolean;
  readonly choices?: Readonly<Record<string, readonly { value: string; label: string }[]>>;
  readonly onChange: (path: string, text: string) => void;
}

/** A group of fields, each with what is wrong with it: what the form saw itself, or what the server found. */
export function FieldGrid({ title, fields, texts, errors, findings, readOnly, choices, onChange }: Props) {
  return (
    <fieldset className="panel section grid-fields">
      <legend className="sr-only">{title}</legend>
      <h2 aria-hidden="true">{title}</h2>
      <div className="field-grid">
        {shownFields(fields, texts).map((field) => {
          const offered = choices?.[field.path];
          return (
            <FieldInput
              key={field.path}
              field={field}
              value={texts[field.path] ?? ''}
              error={errors[field.path] ?? findings.at(field.path)}
              readOnly={readOnly}
              {...(offered !== undefined && { choices: offered })}
              onChange={(text) => {
                onChange(field.path, text);
              }}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
