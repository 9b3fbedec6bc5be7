import { freeOf, inUnit } from './amount.ts';
import { isOneOf, partsOf, type Tally, totalOf } from './tally.ts';

/** Room for items: of one rule, of one part of a one-of rule while that is the chosen one, or of versions that share an account. */
export type Capacity = {
  readonly tally: Tally;
  readonly part: number | undefined;
  /** Older versions whose goods take of this room, too; it is counted in the unit of the account. */
  readonly earlier: readonly Tally[];
  readonly room: number;
};

export function capacitiesOf(tally: Tally): readonly Capacity[] {
  const { earlier } = tally;
  const room = freeOf(tally);
  const own = isOneOf(tally)
    ? partsOf(tally).map((part) => ({ tally, part, earlier: [], room }))
    : [{ tally, part: undefined, earlier: [], room }];
  return earlier.length === 0 ? own : [...own, { tally, part: undefined, earlier, room: sharedRoom(tally) }];
}

/** A lower limit takes nothing away from what was sold under the higher one. */
function sharedRoom(tally: Tally): number {
  const before = Math.max(...tally.earlier.map((each) => Math.min(roomOf(each), inUnit(each, totalOf(each)))));
  return Math.max(roomOf(tally), before);
}

const roomOf = ({ limit, used }: Tally): number => Math.max(0, limit - used);
