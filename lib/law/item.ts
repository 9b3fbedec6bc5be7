/** Equal items that are not divided: taken into the allowance or taxed one by one. */
export type Item = {
  readonly count: number;
  /** Duty of one item if it is taxed. */
  readonly duty: number;
  /** What one item takes of each capacity, by the capacity's index. */
  readonly uses: readonly number[];
};

/** Most duty for the room first; what does not use it before all else; of equals the larger. Cross-multiplied: no fractions. */
export function byDensity(oneDuty: number, oneUse: number, otherDuty: number, otherUse: number): number {
  if (oneUse === 0 || otherUse === 0) return oneUse - otherUse || otherDuty - oneDuty;
  const left = otherDuty * oneUse;
  const right = oneDuty * otherUse;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right || otherUse - oneUse;
  const difference = BigInt(otherDuty) * BigInt(oneUse) - BigInt(oneDuty) * BigInt(otherUse);
  return difference === 0n ? otherUse - oneUse : difference > 0n ? 1 : -1;
}

/** How many of so many such items. */
export function fittingInto(uses: Item['uses'], count: number, left: readonly number[]): number {
  let most = count;
  for (let index = 0; index < uses.length; index++) {
    const use = uses[index] as number;
    if (use > 0 && use * most > (left[index] as number)) most = Math.floor((left[index] as number) / use);
  }
  return Math.max(0, most);
}

/** What some of each item leave of each room. */
export function leftIn(rooms: readonly number[], items: readonly Pick<Item, 'uses'>[], taken: readonly number[]): number[] {
  const left = [...rooms];
  for (let nth = 0; nth < items.length; nth++) {
    const count = taken[nth] as number;
    if (count === 0) continue;
    const { uses } = items[nth] as Item;
    for (let index = 0; index < left.length; index++) left[index] = (left[index] as number) - (uses[index] as number) * count;
  }
  return left;
}

export const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/** Down to a whole number, but never below it by an error of floating point: a bound may be too high, not too low. */
export const downTo = (sum: number): number => Math.floor(sum * (1 + 1e-12) + 1e-3);
