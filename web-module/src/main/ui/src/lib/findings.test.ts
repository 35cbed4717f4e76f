import { expect, it } from 'vitest';
import { ApiError } from './api/problem';
import { placed } from './findings';

const refusal = new ApiError(
  'The asset breaks rules.',
  'chargePowerMw must be positive',
  'asset-refused',
  422,
  [
    { code: 'out-of-range', path: 'battery.chargePowerMw', message: 'must be positive' },
    { code: 'other', path: 'items[2]', message: 'is odd' },
  ],
);

it('should put findings to their fields and leave the rest to the notice', () => {
  const { at, rest } = placed(refusal, ['battery.chargePowerMw', 'name']);
  expect(at('battery.chargePowerMw')).toBe('Must be positive.');
  expect(at('name')).toBeUndefined();
  expect(rest?.findings.map((finding) => finding.path)).toEqual(['items[2]']);
});

it('should point to the fields when every finding has one', () => {
  const { rest } = placed(refusal, ['battery.chargePowerMw', 'items[2]']);
  expect(rest).toMatchObject({ detail: 'See the marked fields.', findings: [] });
});

it('should have nothing where nothing failed', () => {
  expect(placed(null, ['name']).rest).toBeNull();
});
