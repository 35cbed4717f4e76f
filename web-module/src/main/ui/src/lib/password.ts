/** As the server counts where the password is the only factor; it also refuses known and guessable ones. */
export const SHORTEST = 15;

/** What is missing while somebody types; nothing while the field is empty. */
export function passwordHint(password: string): string | undefined {
  const length = Array.from(password).length;
  return length === 0 || length >= SHORTEST ? undefined : `${SHORTEST - length} more characters.`;
}
