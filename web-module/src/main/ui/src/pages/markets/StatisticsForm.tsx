import { useState } from 'react';
import { DaysForm } from '../../components/DaysForm';
import { ZonesInput } from '../../components/ZonesInput';
import type { Product } from '../../lib/api/types';
import { MOST_ZONES, objection, type Question } from './statistics';

interface Props {
  /** What the address asks for. */
  readonly asked: Question;
  readonly products: readonly Product[];
  readonly onAsk: (question: Question) => void;
}

/** Which zones of which product, and which days. Another address, by Back or a link, takes the place of what was typed. */
export function StatisticsForm({ asked, products, onAsk }: Props) {
  const [shown, setShown] = useState(asked);
  const [typed, setTyped] = useState(asked);
  if (shown !== asked) {
    setShown(asked);
    setTyped(asked);
  }
  return (
    <DaysForm
      typed={typed}
      products={products}
      wrong={objection(typed)}
      onType={(change) => {
        setTyped({ ...typed, ...change, ...(change.product !== undefined && { zone: [] }) });
      }}
      onAsk={() => {
        onAsk(typed);
      }}
      zones={
        <ZonesInput
          products={products}
          product={typed.product}
          value={typed.zone}
          most={MOST_ZONES}
          onChange={(zone) => {
            setTyped({ ...typed, zone });
          }}
        />
      }
    />
  );
}
