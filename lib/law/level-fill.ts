import { closestSum } from './closest-sum.ts';
import { exactSum } from './exact-sum.ts';
import { commonDivisor } from './item.ts';
import type { Piece } from './sums.ts';

export type Level = { readonly saved: number; readonly counts: readonly number[] };

/**
 * Pieces that owe alike for their room can stand for each other, so that only their sum counts: those of them that together come
 * closest to what is left for them. Undefined where nobody can say quickly which. Copies are taken from the counts before.
 */
export function levelFill(level: readonly Piece[], before: readonly number[], saved: number, left: number): Level | undefined {
  let step = 0;
  let room = left;
  for (const { use, isTaken } of level) {
    step = commonDivisor(use, step);
    if (isTaken) room += use;
  }
  const most = step === 0 ? 0 : Math.floor(room / step);
  if (most === 0) return undefined;
  const changes = level.map(({ use, isTaken }) => (isTaken ? -use : use) / step);
  const exact = waysIn(level) > most ? exactSum(changes, Math.floor(left / step)) : undefined;
  const moved = exact ?? movedToward(level, step, most);
  if (moved === undefined) return undefined;
  const counts = [...before];
  for (let nth = 0; nth < level.length; nth++) {
    if (!moved[nth]) continue;
    const { index, times, isTaken, duty } = level[nth] as Piece;
    counts[index] = (counts[index] as number) + (isTaken ? -times : times);
    saved += isTaken ? -duty : duty;
  }
  return { saved, counts };
}

/** How many choices of copies there are: where they are fewer than the sums, hardly any sum is met exactly. */
function waysIn(level: readonly Piece[]): number {
  const copies: number[] = [];
  for (const { index, times } of level) copies[index] = (copies[index] ?? 0) + times;
  return copies.reduce((ways, some) => ways * (some + 1), 1);
}

function movedToward(level: readonly Piece[], step: number, most: number): readonly boolean[] | undefined {
  const isIn = closestSum(
    level.map(({ use }) => use / step),
    most,
  );
  return isIn && level.map(({ isTaken }, nth) => isTaken !== isIn[nth]);
}
