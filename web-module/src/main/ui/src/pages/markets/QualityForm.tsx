import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Product } from '../../lib/api/types';
import { objection, type Question } from './quality';

interface Props {
  readonly first: Question;
  readonly products: readonly Product[];
  readonly onAsk: (question: Question) => void;
}

/** Which zone of which product, and which days. */
export function QualityForm({ first, products, onAsk }: Props) {
  const [typed, setTyped] = useState(first);
  const zonesOf = (code: string) => products.find((product) => product.code === code)?.zoneCodes ?? [];
  const wrong = objection(typed);
  return (
    <form
      className="filters"
      aria-label="What to look at"
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong === undefined) {
          onAsk(typed);
        }
      }}
    >
      <NativeSelect
        label="Product"
        value={typed.product}
        data={products.map(({ code }) => code)}
        onChange={(event) => {
          const product = event.currentTarget.value;
          setTyped({ ...typed, product, zone: zonesOf(product)[0] ?? '' });
        }}
      />
      <NativeSelect
        label="Zone"
        value={typed.zone}
        data={zonesOf(typed.product)}
        onChange={(event) => {
          setTyped({ ...typed, zone: event.currentTarget.value });
        }}
      />
      <TextInput
        label="First day"
        type="date"
        value={typed.firstDeliveryDate}
        onChange={(event) => {
          setTyped({ ...typed, firstDeliveryDate: event.currentTarget.value });
        }}
      />
      <TextInput
        label="Last day"
        type="date"
        value={typed.lastDeliveryDate}
        onChange={(event) => {
          setTyped({ ...typed, lastDeliveryDate: event.currentTarget.value });
        }}
      />
      <Button type="submit" disabled={wrong !== undefined}>
        Show
      </Button>
      {wrong !== undefined && (
        <p role="alert" className="field-error">
          {wrong}
        </p>
      )}
    </form>
  );
}
