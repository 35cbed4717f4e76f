/** Where a key leads among `count` places from the one at `index`; undefined for a key that leads nowhere. */
export function placeAfter(key: string, index: number | undefined, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return Math.min(count - 1, (index ?? -1) + 1);
    case 'ArrowLeft':
      return Math.max(0, (index ?? count) - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
