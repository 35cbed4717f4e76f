import { expect, it } from 'vitest';
import { EMPTY_DRAFT, errorsOf, requestOf } from './draft';

const DRAFT = { ...EMPTY_DRAFT, assetId: 'a1', productCode: 'SDAC', deliveryDate: '2026-11-23' };

it('should leave to the server what was left empty', () => {
  expect(requestOf(DRAFT)).toEqual({
    assetId: 'a1',
    productCode: 'SDAC',
    deliveryDate: '2026-11-23',
    forecaster: 'same-hour-last-week',
    bidStyle: 'price-taking',
  });
});

it('should send the instant in UTC whatever zone the machine is in, and the energies', () => {
  expect(requestOf({ ...DRAFT, asOf: '2026-11-22T09:30', startMwh: '2.5', endMwh: ' 0 ' })).toMatchObject({
    asOf: '2026-11-22T09:30:00.000Z',
    startMwh: 2.5,
    endMwh: 0,
  });
});

it('should not send an end that is left free', () => {
  const request = requestOf({ ...DRAFT, endMwh: '5', endFree: true });
  expect(request).toMatchObject({ endFree: true });
  expect(request).not.toHaveProperty('endMwh');
});

it('should find what cannot be', () => {
  expect(errorsOf(DRAFT, 20)).toEqual({});
  expect(errorsOf(EMPTY_DRAFT, 20)).toHaveProperty('deliveryDate');
  expect(errorsOf({ ...DRAFT, startMwh: '20.1' }, 20).startMwh).toBe('At most 20 MWh, the usable capacity.');
  expect(errorsOf({ ...DRAFT, startMwh: '-1' }, 20)).toHaveProperty('startMwh');
  expect(errorsOf({ ...DRAFT, endMwh: '1,5' }, 20)).toHaveProperty('endMwh');
  expect(errorsOf({ ...DRAFT, endMwh: 'x', endFree: true }, 20)).toEqual({});
});
