import { Button, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Product } from '../../lib/api/types';
import { objection, type Bucket, type Question } from './question';

interface Props {
  readonly first: Question;
  readonly products: readonly Product[];
  readonly onAsk: (question: Question) => void;
}

const BUCKETS: readonly { readonly value: Bucket; readonly label: string }[] = [
  { value: 'hour', label: 'hour' },
  { value: 'day', label: 'day' },
  { value: 'month', label: 'month' },
];

/** Which zones, which days, summed up by what. */
export function QuestionForm({ first, products, onAsk }: Props) {
  const [typed, setTyped] = useState(first);
  const zones = products.find(({ code }) => code === typed.product)?.zoneCodes ?? [];
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
          setTyped({ ...typed, product: event.currentTarget.value, zone: [] });
        }}
      />
      <MultiSelect
        className="zones"
        label="Zones"
        data={zones}
        value={typed.zone}
        searchable
        hidePickedOptions
        maxValues={50}
        onChange={(zone) => {
          setTyped({ ...typed, zone });
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
      <NativeSelect
        label="Sum up by"
        value={typed.bucket}
        data={BUCKETS}
        onChange={(event) => {
          setTyped({ ...typed, bucket: event.currentTarget.value as Bucket });
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
