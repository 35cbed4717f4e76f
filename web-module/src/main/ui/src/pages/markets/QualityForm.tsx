import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DaysForm } from '../../components/DaysForm';
import type { Product } from '../../lib/api/types';
import { FROZEN_HOURS, objection, type Question } from './quality';

interface Props {
  readonly first: Question;
  readonly products: readonly Product[];
  readonly onAsk: (question: Question) => void;
}

/** Which zone of which product, which days, and how long a value may stay the same. */
export function QualityForm({ first, products, onAsk }: Props) {
  const [typed, setTyped] = useState(first);
  const zonesOf = (code: string) => products.find((product) => product.code === code)?.zoneCodes ?? [];
  return (
    <DaysForm
      typed={typed}
      products={products}
      wrong={objection(typed)}
      onType={(change) => {
        const { product } = change;
        setTyped({
          ...typed,
          ...change,
          ...(product !== undefined && { zone: zonesOf(product)[0] ?? '' }),
        });
      }}
      onAsk={() => {
        onAsk(typed);
      }}
      zones={
        <NativeSelect
          label="Zone"
          value={typed.zone}
          data={zonesOf(typed.product)}
          onChange={(event) => {
            setTyped({ ...typed, zone: event.currentTarget.value });
          }}
        />
      }
    >
      <TextInput
        label="Frozen from, hours"
        className="field-number"
        inputMode="numeric"
        placeholder={String(FROZEN_HOURS)}
        value={typed.frozenHours}
        onChange={(event) => {
          setTyped({ ...typed, frozenHours: event.currentTarget.value });
        }}
      />
    </DaysForm>
  );
}
