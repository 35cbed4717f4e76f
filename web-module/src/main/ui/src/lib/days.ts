/** Days of delivery of a product, by the market's clock, both included. */
export interface DeliveryDays {
  readonly product: string;
  readonly firstDeliveryDate: string;
  readonly lastDeliveryDate: string;
}

const DAY = 86_400_000;

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** The day so many days later, or earlier where it is negative. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

export function lengthOf({ firstDeliveryDate, lastDeliveryDate }: DeliveryDays): number {
  return (Date.parse(lastDeliveryDate) - Date.parse(firstDeliveryDate)) / DAY + 1;
}

/** Why these days cannot be asked about; undefined where they can. */
export function objectionToDays(days: DeliveryDays, most: number): string | undefined {
  if (days.firstDeliveryDate === '' || days.lastDeliveryDate === '') {
    return 'Choose the first and the last day.';
  }
  const length = lengthOf(days);
  if (length < 1) {
    return 'The last day is before the first.';
  }
  return length > most ? `Choose at most ${most.toLocaleString('en-GB')} days.` : undefined;
}
