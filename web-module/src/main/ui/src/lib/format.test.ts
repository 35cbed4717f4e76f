import { expect, it } from 'vitest';
import { amount, decimal, digitsFor, percent, sentence } from './format';

it('decimal should write thousands, a true minus, fixed decimals and absence', () => {
  expect(decimal(11533.4, 2)).toBe('11,533.40');
  expect(decimal(-500, 2)).toBe('−500.00');
  expect(decimal(-0.001, 2)).toBe('0.00');
  expect(decimal(undefined, 2)).toBe('–');
});

it('digitsFor should be what the most exact value needs, within bounds', () => {
  expect(digitsFor([1, 2, undefined], 1, 3)).toBe(1);
  expect(digitsFor([1.25, 2], 1, 3)).toBe(2);
  expect(digitsFor([0.1 + 0.2], 1, 3)).toBe(1);
  expect(digitsFor([1 / 3], 1, 3)).toBe(3);
});

it('amount, percent and sentence should carry their unit or case', () => {
  expect(amount(-12.5, 'EUR')).toBe('−12.50 EUR');
  expect(amount(undefined, 'EUR')).toBe('–');
  expect(percent(0.848)).toBe('84.8 %');
  expect(sentence('same-hour-last-week')).toBe('Same hour last week');
});
