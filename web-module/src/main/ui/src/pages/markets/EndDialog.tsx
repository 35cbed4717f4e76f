import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../components/Dialog';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import type { RuleSet } from '../../lib/api/types';
import { placed } from '../../lib/findings';

/** Lets a product be without rules from a day on: nobody bids then until others are added. */
export function EndDialog({ rules, onClose }: { rules: RuleSet; onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const [validTo, setValidTo] = useState('');
  const end = useMutation({
    mutationFn: () => api.endRuleSet(rules.productCode, rules.validFrom, validTo),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['rule-sets', rules.productCode] });
      await queries.invalidateQueries({ queryKey: ['gates'] });
      onClose();
    },
  });
  const findings = placed(end.error, ['validTo']);
  return (
    <Dialog title={`End the rules from ${rules.validFrom}`} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          end.mutate();
        }}
      >
        <p className="dim">
          From that delivery day on {rules.productCode} has no rules, and nobody can bid until others are
          added. To change rules, add the new ones instead.
        </p>
        {findings.rest !== null && <ProblemNotice error={findings.rest} />}
        <TextInput
          label="First delivery day without them"
          description="2027-04-01"
          value={validTo}
          error={findings.at('validTo')}
          onChange={(event) => {
            setValidTo(event.currentTarget.value);
          }}
        />
        <footer className="dialog-foot">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color="red" loading={end.isPending} disabled={validTo.trim() === ''}>
            End the rules
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
