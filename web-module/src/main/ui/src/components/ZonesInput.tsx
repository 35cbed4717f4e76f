import { MultiSelect } from '@mantine/core';
import type { Product } from '../lib/api/types';

interface Props {
  readonly products: readonly Product[];
  readonly product: string;
  readonly value: string[];
  readonly most: number;
  readonly onChange: (zones: string[]) => void;
}

/** So many are listed at once; of a market with thousands of nodes the rest is found by typing. */
const LISTED = 200;

/** Some zones of a product. */
export function ZonesInput({ products, product, value, most, onChange }: Props) {
  return (
    <MultiSelect
      className="zones"
      label="Zones"
      data={products.find(({ code }) => code === product)?.zoneCodes ?? []}
      value={value}
      searchable
      hidePickedOptions
      limit={LISTED}
      maxValues={most}
      nothingFoundMessage="The product has no such zone."
      onChange={onChange}
    />
  );
}
