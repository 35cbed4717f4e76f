import { expect, it } from 'vitest';
import { inOrder } from './changes';
import { EMPTY_FILTER, queryOf } from './filter';

it('should show what changed first', () => {
  const zone = { path: 'zoneCode', before: 'FR', after: 'FR' };
  const power = { path: 'battery.chargePowerMw', before: '10', after: '12.5' };
  const gone = { path: 'gone', before: 'true' };
  expect(inOrder([zone, power, gone])).toEqual([power, gone, zone]);
});

it('should ask for what the filter names alone, in UTC', () => {
  expect(queryOf({ ...EMPTY_FILTER, from: '2026-11-22T10:00', action: ' user.invite ' })).toEqual({
    scope: 'organisation',
    from: '2026-11-22T10:00:00Z',
    action: 'user.invite',
  });
  expect(queryOf({ ...EMPTY_FILTER, to: '2026-11-22T10:00:30' })).toMatchObject({
    to: '2026-11-22T10:00:30Z',
  });
});
