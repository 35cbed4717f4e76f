/** Numbers as the desk writes them: thousands with a comma, a true minus, a fixed number of decimals per column. */

const formats = new Map<number, Intl.NumberFormat>();

export const ABSENT = '–';

export function decimal(value: number | undefined, digits: number): string {
  if (value === undefined) {
    return ABSENT;
  }
  let format = formats.get(digits);
  if (format === undefined) {
    format = new Intl.NumberFormat('en-GB', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: 'negative',
    });
    formats.set(digits, format);
  }
  return format.format(value).replace('-', '−');
}

/** Decimals that every value of a column needs, so that the points stand below one another. */
export function digitsFor(values: Iterable<number | undefined>, least: number, most: number): number {
  let digits = least;
  for (const value of values) {
    while (value !== undefined && digits < most && Math.abs(value - Number(value.toFixed(digits))) > 1e-9) {
      digits += 1;
    }
  }
  return digits;
}

export function amount(value: number | undefined, currency: string): string {
  return value === undefined ? ABSENT : `${decimal(value, 2)} ${currency}`;
}

export function percent(ratio: number | undefined): string {
  return ratio === undefined ? ABSENT : `${decimal(ratio * 100, 1)} %`;
}

/** `1 user`, `500 users`, `3 of 500 users` */
export function counted(shown: number, all: number, noun: string): string {
  return `${shown === all ? '' : `${shown} of `}${all} ${noun}${all === 1 ? '' : 's'}`;
}

/** `awaiting-results` → `awaiting results` */
export function words(code: string): string {
  return code.replaceAll(/[-_]/g, ' ').toLowerCase();
}

/** `same-hour-last-week` → `Same hour last week` */
export function sentence(code: string): string {
  const text = words(code);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
