import { Button } from '@mantine/core';
import { useState } from 'react';
import { Loaded } from '../../components/Loaded';
import { PageHead } from '../../components/PageHead';
import { useProducts, useRuleSets } from '../../lib/api/queries';
import type { RuleSet, User } from '../../lib/api/types';
import { may } from '../../lib/roles';
import { CalendarPanel } from './CalendarPanel';
import { EndDialog } from './EndDialog';
import { NewRulesDialog } from './NewRulesDialog';
import { RuleSetPanel } from './RuleSetPanel';

type Shown = { readonly kind: 'new' } | { readonly kind: 'end'; readonly rules: RuleSet };

/** The rules of a product, the newest first; operators add and end them. */
export function ProductPage({ code, user }: { code: string; user: User }) {
  const products = useProducts();
  const ruleSets = useRuleSets(code);
  const [shown, setShown] = useState<Shown>();
  const editable = may(user, 'manageRules');
  const close = () => {
    setShown(undefined);
  };
  const product = products.data?.find((each) => each.code === code);
  const newest = ruleSets.data?.at(-1);
  return (
    <main id="content" tabIndex={-1} className="page">
      <PageHead title={code} {...(product !== undefined && { note: product.name })}>
        {editable && newest !== undefined && (
          <Button
            onClick={() => {
              setShown({ kind: 'new' });
            }}
          >
            Add rules
          </Button>
        )}
      </PageHead>
      {product !== undefined && (
        <p className="dim page-text">
          Held by {product.operator.name}. Traded in {product.zoneCodes.join(', ')}.
        </p>
      )}
      {newest !== undefined && <CalendarPanel code={code} timeZone={newest.timeZone} />}
      <Loaded query={ruleSets} what="the rules">
        {(sets) =>
          sets.length === 0 ? (
            <p className="dim empty-line">No rules yet.</p>
          ) : (
            <>
              {sets.toReversed().map((rules) => (
                <RuleSetPanel
                  key={rules.validFrom}
                  rules={rules}
                  {...(editable && {
                    onEnd: () => {
                      setShown({ kind: 'end', rules });
                    },
                  })}
                />
              ))}
            </>
          )
        }
      </Loaded>
      {shown?.kind === 'new' && newest !== undefined && <NewRulesDialog like={newest} onClose={close} />}
      {shown?.kind === 'end' && <EndDialog rules={shown.rules} onClose={close} />}
    </main>
  );
}
