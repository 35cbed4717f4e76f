import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Product } from '../lib/api/types';
import type { DeliveryDays } from '../lib/days';

interface Props {
  readonly typed: DeliveryDays;
  readonly products: readonly Product[];
  /** Why it cannot be asked for. */
  readonly wrong: string | undefined;
  readonly onType: (change: Partial<DeliveryDays>) => void;
  readonly onAsk: () => void;
  /** Which zone, or zones, of the product. */
  readonly zones: ReactNode;
  /** Further fields. */
  readonly children?: ReactNode;
}

/** Which zones of which product, and which days. */
export function DaysForm({ typed, products, wrong, onType, onAsk, zones, children }: Props) {
  const codes = products.map(({ code }) => code);
  return (
    <form
      className="filters"
      aria-label="What to look at"
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong === undefined) {
          onAsk();
        }
      }}
    >
      <NativeSelect
        label="Product"
        value={typed.product}
        // An address may name one that is no longer traded.
        data={codes.includes(typed.product) ? codes : [typed.product, ...codes]}
        onChange={(event) => {
          onType({ product: event.currentTarget.value });
        }}
      />
      {zones}
      <TextInput
        label="First day"
        type="date"
        value={typed.firstDeliveryDate}
        onChange={(event) => {
          onType({ firstDeliveryDate: event.currentTarget.value });
        }}
      />
      <TextInput
        label="Last day"
        type="date"
        value={typed.lastDeliveryDate}
        onChange={(event) => {
          onType({ lastDeliveryDate: event.currentTarget.value });
        }}
      />
      {children}
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
