import type { BidRunRequest } from '../../lib/api/types';

export const FORECASTERS = [
  { value: 'same-hour-last-week', label: 'Last week' },
  { value: 'similar-days-mean', label: 'Similar days' },
] as const;

export const BID_STYLES = [
  { value: 'price-taking', label: 'Price-taking' },
  { value: 'opportunity-curves', label: 'Curves' },
] as const;

/** What stands in the form: text, as typed. */
export interface Draft {
  readonly assetId: string;
  readonly productCode: string;
  readonly deliveryDate: string;
  readonly forecaster: (typeof FORECASTERS)[number]['value'];
  readonly bidStyle: (typeof BID_STYLES)[number]['value'];
  /** `2026-11-22T09:30`, UTC; empty for the server's default */
  readonly asOf: string;
  readonly startMwh: string;
  readonly endMwh: string;
  readonly endFree: boolean;
}

export type DraftErrors = Partial<Record<keyof Draft, string>>;

export const EMPTY_DRAFT: Draft = {
  assetId: '',
  productCode: '',
  deliveryDate: '',
  forecaster: 'same-hour-last-week',
  bidStyle: 'price-taking',
  asOf: '',
  startMwh: '',
  endMwh: '',
  endFree: false,
};

export function errorsOf(draft: Draft, capacityMwh: number | undefined): DraftErrors {
  const errors: DraftErrors = {};
  if (draft.assetId === '') {
    errors.assetId = 'Choose an asset.';
  }
  if (draft.productCode === '') {
    errors.productCode = 'Choose a product.';
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(draft.deliveryDate)) {
    errors.deliveryDate = 'Choose a day.';
  }
  const start = energyError(draft.startMwh, capacityMwh);
  if (start !== undefined) {
    errors.startMwh = start;
  }
  const end = draft.endFree ? undefined : energyError(draft.endMwh, capacityMwh);
  if (end !== undefined) {
    errors.endMwh = end;
  }
  return errors;
}

function energyError(text: string, capacityMwh: number | undefined): string | undefined {
  const value = text.trim();
  if (value === '') {
    return undefined;
  }
  if (!/^\d+(\.\d+)?$/.test(value)) {
    return 'A number of MWh, such as 2.5.';
  }
  return capacityMwh !== undefined && Number(value) > capacityMwh
    ? `At most ${capacityMwh} MWh, the usable capacity.`
    : undefined;
}

/** The request for a draft without errors; what was left empty is left to the server. */
export function requestOf(draft: Draft): BidRunRequest {
  return {
    assetId: draft.assetId,
    productCode: draft.productCode,
    deliveryDate: draft.deliveryDate,
    forecaster: draft.forecaster,
    bidStyle: draft.bidStyle,
    ...(draft.asOf !== '' && { asOf: new Date(`${draft.asOf}Z`).toISOString() }),
    ...(draft.startMwh.trim() !== '' && { startMwh: Number(draft.startMwh) }),
    ...(draft.endFree ? { endFree: true } : draft.endMwh.trim() !== '' && { endMwh: Number(draft.endMwh) }),
  };
}
