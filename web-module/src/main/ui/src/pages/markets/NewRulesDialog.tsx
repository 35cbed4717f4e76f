import { Button, Checkbox, MultiSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Dialog } from '../../components/Dialog';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import { newKey } from '../../lib/api/transport';
import type { RuleSet, RuleSource } from '../../lib/api/types';
import { useUnsaved } from '../../lib/dirty';
import { placed, type Placed } from '../../lib/findings';
import { errorsIn, textsOf } from '../../lib/form';
import { sentence, words } from '../../lib/format';
import { FieldGrid } from '../portfolio/FieldGrid';
import { ORDER_KINDS, RULE_FIELDS, rulesOf, type Draft } from './fields';

interface Props {
  /** What the form begins with: rules change in few of their numbers. */
  readonly like: RuleSet;
  readonly onClose: () => void;
}

/** Rules that take the place of those that are in force on their first day. */
export function NewRulesDialog({ like, onClose }: Props) {
  const api = useApi();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => draftLike(like));
  const [touched, setTouched] = useState(false);
  const [pressed, setPressed] = useState(false);
  const key = useRef<string>(undefined);
  const add = useMutation({
    mutationFn: () => {
      key.current ??= newKey();
      return api.addRuleSet(like.productCode, rulesOf(draft), key.current);
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['rule-sets', like.productCode] });
      await queries.invalidateQueries({ queryKey: ['gates'] });
      onClose();
    },
  });
  useUnsaved(touched && !add.isSuccess);
  const errors = errorsIn(RULE_FIELDS, draft.texts);
  const findings = placed(add.error, pathsOf(draft));
  const change = (part: Partial<Draft>) => {
    key.current = undefined;
    setTouched(true);
    setDraft({ ...draft, ...part });
  };
  return (
    <Dialog title={`Add rules to ${like.productCode}`} onClose={onClose} wide>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setPressed(true);
          if (Object.keys(errors).length === 0) {
            add.mutate();
          }
        }}
      >
        <p className="dim">
          From the first delivery day on they take the place of the rules that are in force then. Bids of
          auctions that are open already keep the rules that they were made under.
        </p>
        {findings.rest !== null && <ProblemNotice error={findings.rest} />}
        <FieldGrid
          title="Rules"
          fields={RULE_FIELDS}
          texts={draft.texts}
          errors={pressed ? errors : {}}
          findings={findings}
          readOnly={false}
          onChange={(path, text) => {
            change({ texts: { ...draft.texts, [path]: text } });
          }}
        />
        <MultiSelect
          label="Kinds of orders"
          data={ORDER_KINDS.map((kind) => ({ value: kind, label: sentence(kind) }))}
          value={[...draft.orderKinds]}
          error={findings.at('orderKinds')}
          onChange={(orderKinds) => {
            change({ orderKinds });
          }}
        />
        <Sources
          sources={draft.sources}
          findings={findings}
          onChange={(sources) => {
            change({ sources });
          }}
        />
        <footer className="dialog-foot">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={add.isPending}>
            Add
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

interface SourcesProps {
  readonly sources: readonly RuleSource[];
  readonly findings: Placed;
  readonly onChange: (sources: readonly RuleSource[]) => void;
}

/** Where each part comes from, and whether it was read in the operator's own text. */
function Sources({ sources, findings, onChange }: SourcesProps) {
  const change = (of: RuleSource['of'], part: Partial<RuleSource>) => {
    onChange(sources.map((source) => (source.of === of ? { ...source, ...part } : source)));
  };
  return (
    <fieldset className="panel section grid-fields">
      <legend className="sr-only">Sources</legend>
      <h2 aria-hidden="true">Sources</h2>
      {sources.map((source) => (
        <div key={source.of} className="rule-source">
          <TextInput
            label={`Source of the ${words(source.of)}`}
            maxLength={500}
            dir="auto"
            value={source.source}
            error={findings.at(pathOf(source))}
            onChange={(event) => {
              change(source.of, { source: event.currentTarget.value });
            }}
          />
          <Checkbox
            label="verified"
            aria-label={`Verified: ${words(source.of)}`}
            title="Each number was read in the operator's own text"
            checked={source.verified}
            onChange={(event) => {
              change(source.of, { verified: event.currentTarget.checked });
            }}
          />
        </div>
      ))}
    </fieldset>
  );
}

function draftLike(rules: RuleSet): Draft {
  return {
    texts: { ...textsOf(rules, RULE_FIELDS), validFrom: '', validTo: '' },
    orderKinds: rules.orderKinds,
    sources: rules.sources,
  };
}

function pathOf(source: RuleSource): string {
  return `sources[of=${source.of}]`;
}

function pathsOf({ sources }: Draft): string[] {
  return [...RULE_FIELDS.map(({ path }) => path), 'orderKinds', ...sources.map(pathOf)];
}
