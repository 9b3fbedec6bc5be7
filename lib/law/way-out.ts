import type { Facts, Reason } from './decision.ts';
import type { LawPack } from './pack.ts';

/** Why the traveller may not leave here at all: by another side or gate than they came in, unless enough have signed for it. */
export function wrongWayOut({ exit }: LawPack, { entrySide, exitSide, route }: Facts): Reason | undefined {
  if (route === undefined) return undefined;
  const { entryGate, exitGate, signatures } = route;
  const needed = exit.signaturesOtherwise;
  if (needed > 0 && signatures >= needed) return undefined;
  if (exit.sameSide && entrySide !== exitSide)
    return { reason: 'wrong-side', facts: { entrySide, exitSide, signatures, needed } };
  return exit.sameGate && entryGate !== exitGate
    ? { reason: 'wrong-gate', facts: { entryGate, exitGate, signatures, needed } }
    : undefined;
}
