import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { DaysForm } from '../../components/DaysForm';
import { ZonesInput } from '../../components/ZonesInput';
import type { Product } from '../../lib/api/types';
import { MOST_ZONES, objection, type Bucket, type Question } from './question';

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
    >
      <NativeSelect
        label="Sum up by"
        value={typed.bucket}
        data={BUCKETS}
        onChange={(event) => {
          setTyped({ ...typed, bucket: event.currentTarget.value as Bucket });
        }}
      />
    </DaysForm>
  );
}
