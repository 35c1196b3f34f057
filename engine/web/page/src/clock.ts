// The clock: the day as the engine takes it, and how much fits into a fifth of a second.
export const today = (): string => {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

/** So many more at a time that a step takes about that long. */
export const fifthOfASecond = (many: number, begin: number, most: number): number =>
  Math.max(1, Math.min(most, Math.round((many * 200) / Math.max(1, performance.now() - begin))));
