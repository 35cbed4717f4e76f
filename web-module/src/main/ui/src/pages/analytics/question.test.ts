import { describe, expect, it } from 'vitest';
import { kpisOf } from '../../test/analytics';
import { firstQuestion, objection } from './question';
import { linesOf } from './lines';

describe('firstQuestion', () => {
  it('should ask for the last thirty days of the freshest zones', () => {
    expect(firstQuestion(kpisOf())).toEqual({
      product: 'SDAC',
      zone: ['DE_LU', 'FR'],
      firstDeliveryDate: '2026-10-24',
      lastDeliveryDate: '2026-11-22',
      bucket: 'day',
    });
  });

  it('should ask nothing where there is no price', () => {
    expect(firstQuestion({ ...kpisOf(), latestPrices: [] })).toBeUndefined();
  });
});

describe('objection', () => {
  const question = {
    product: 'SDAC',
    zone: ['FR'],
    firstDeliveryDate: '2026-01-01',
    lastDeliveryDate: '2026-12-31',
    bucket: 'day',
  } as const;

  it('should let a year by day pass, and refuse what cannot be answered', () => {
    const asked = { ...question, zone: [...question.zone] };
    expect(objection(asked)).toBeUndefined();
    expect(objection({ ...asked, zone: [] })).toMatch(/at least one zone/);
    expect(objection({ ...asked, lastDeliveryDate: '' })).toMatch(/first and the last/);
    expect(objection({ ...asked, lastDeliveryDate: '2025-12-31' })).toMatch(/before the first/);
    expect(objection({ ...asked, bucket: 'hour' })).toMatch(/too many hours/);
    expect(objection({ ...asked, firstDeliveryDate: '2016-12-22' })).toBe('Choose at most 3,661 days.');
    expect(objection({ ...asked, firstDeliveryDate: '2016-12-23' })).toBeUndefined();
  });
});

describe('linesOf', () => {
  it('should leave a gap where a zone has no price', () => {
    const row = (zoneCode: string, start: string, meanPrice: number) => ({
      zoneCode,
      start,
      end: start,
      periods: 1,
      minutes: 60,
      missingMinutes: 0,
      meanPrice,
      minPrice: meanPrice,
      maxPrice: meanPrice,
      volatility: 0,
      soldMwh: 0,
      boughtMwh: 0,
      simulated: false,
    });
    const lines = linesOf([
      row('AT', '2026-01-01T00:00:00Z', 10),
      row('AT', '2026-01-01T02:00:00Z', 12),
      row('FR', '2026-01-01T01:00:00Z', 20),
    ]);
    expect(lines.zones).toEqual(['AT', 'FR']);
    expect(lines.starts).toHaveLength(3);
    expect(lines.means).toEqual([
      [10, null, 12],
      [null, 20, null],
    ]);
  });
});
