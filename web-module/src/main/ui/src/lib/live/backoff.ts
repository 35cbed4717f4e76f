/** So many tries follow one another by themselves; then somebody has to ask for the next. */
export const TRIES = 5;

const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

/**
 * How long to wait before a try, in milliseconds: twice as long each time, and of that a part by chance, so that all the pages
 * that one restart of a server cut off do not come back at once.
 *
 * @param attempt 1 for the first try after a loss
 * @param chance from 0 to 1
 */
export function pauseBefore(attempt: number, chance: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
  return Math.round(whole / 2 + (whole / 2) * chance);
}
