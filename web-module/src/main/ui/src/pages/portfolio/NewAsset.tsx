import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import { newKey } from '../../lib/api/transport';
import type { AssetKind, NewAsset as NewAssetBody } from '../../lib/api/types';
import { useUnsaved } from '../../lib/dirty';
import { placed } from '../../lib/findings';
import { documentOf, errorsIn, type Texts } from '../../lib/form';
import { addressOf, go } from '../../lib/route';
import { useAssetFields } from './AssetPage';
import { FieldGrid } from './FieldGrid';
import { KINDS } from './fields';

export function NewAsset({ kind }: { kind: AssetKind }) {
  const api = useApi();
  const queries = useQueryClient();
  const { general, parameters, choices } = useAssetFields(kind);
  const fields = [...general, ...parameters];
  const [texts, setTexts] = useState<Texts>({});
  const [pressed, setPressed] = useState(false);
  // Kept until the input changes: pressed again after a lost connection, it must not make a second asset.
  const key = useRef<string>(undefined);
  const create = useMutation({
    mutationFn: () => {
      key.current ??= newKey();
      return api.createAsset({ kind, ...documentOf(fields, texts) } as NewAssetBody, key.current);
    },
    onSuccess: async (asset) => {
      await queries.invalidateQueries({ queryKey: ['assets'] });
      go(addressOf('assets', asset.id));
    },
  });
  useUnsaved(Object.keys(texts).length > 0 && !create.isSuccess);
  const errors = pressed ? errorsIn(fields, texts) : {};
  const findings = placed(
    create.error,
    fields.map((field) => field.path),
  );
  const common = {
    texts,
    errors,
    findings,
    readOnly: false,
    choices,
    onChange: (path: string, text: string) => {
      key.current = undefined;
      setTexts({ ...texts, [path]: text });
    },
  };
  return (
    <form
      className="asset-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setPressed(true);
        if (Object.keys(errorsIn(fields, texts)).length === 0) {
          create.mutate();
        }
      }}
    >
      {findings.rest !== null && <ProblemNotice error={findings.rest} />}
      <FieldGrid title="General" fields={general} {...common} />
      <FieldGrid title={KINDS[kind].title} fields={parameters} {...common} />
      <footer className="form-foot">
        <Button type="submit" loading={create.isPending}>
          Add
        </Button>
        {Object.keys(errors).length > 0 && (
          <span role="alert" className="field-error">
            {Object.keys(errors).length} fields are not right yet.
          </span>
        )}
      </footer>
    </form>
  );
}
