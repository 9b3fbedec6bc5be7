import type { Refusal } from '#lib/act/refusal.ts';

/** What is on record about a pass. Instants are RFC 3339 UTC with milliseconds, so that they compare as text. */
export type PassRecords = {
  readonly validFrom: string;
  readonly validUntil: string;
  /** A visitor's pass is good for one visit; staff, drivers, officials and contractors come and go. */
  readonly visits: 'one' | 'many';
  /** The latest visit made with the pass. */
  readonly visit: { readonly id: string; readonly enteredAt: string; readonly closedAt: string | null } | null;
  readonly revocation: { readonly revokedAt: string; readonly reason: string } | null;
  readonly replacement: { readonly replacedAt: string; readonly pass: string } | null;
};

export type PassState =
  | { readonly state: 'issued'; readonly validFrom: string; readonly validUntil: string }
  | { readonly state: 'in-force'; readonly visit: string; readonly enteredAt: string; readonly overstayed: boolean }
  | { readonly state: 'spent'; readonly spentAt: string }
  | { readonly state: 'revoked'; readonly revokedAt: string; readonly cause: string }
  | { readonly state: 'replaced'; readonly replacedAt: string; readonly by: string }
  | { readonly state: 'expired'; readonly expiredAt: string };

/** How many visits a category of pass is good for. */
export const visitsOf = (category: string): PassRecords['visits'] => (category === 'visitor' ? 'one' : 'many');

export type PassStateRefusal = Refusal<
  'not-entered' | 'pass-not-yet-valid' | 'pass-already-used' | 'pass-spent' | 'pass-revoked' | 'pass-replaced' | 'pass-expired'
>;

/** The state of a pass at `now`. No clock ends a visit: while one is open the pass stays in force, marked as overstayed. */
export function passStateOf(
  { validFrom, validUntil, visits, visit, revocation, replacement }: PassRecords,
  now: string,
): PassState {
  if (replacement) return { state: 'replaced', replacedAt: replacement.replacedAt, by: replacement.pass };
  if (revocation) return { state: 'revoked', revokedAt: revocation.revokedAt, cause: revocation.reason };
  if (visit && visit.closedAt === null) {
    return { state: 'in-force', visit: visit.id, enteredAt: visit.enteredAt, overstayed: now >= validUntil };
  }
  if (visit?.closedAt && visits === 'one') return { state: 'spent', spentAt: visit.closedAt };
  if (now >= validUntil) return { state: 'expired', expiredAt: validUntil };
  return { state: 'issued', validFrom, validUntil };
}

/** Why the holder of a pass in this state may not buy; undefined if they may. */
export function refusalToSell(pass: PassState): PassStateRefusal | undefined {
  if (pass.state === 'in-force') return undefined;
  if (pass.state === 'issued') return { reason: 'not-entered', facts: { validUntil: pass.validUntil } };
  return refusalOfEnded(pass);
}

/** Why the holder of a pass in this state may not leave; undefined if they may. A pass that was revoked inside keeps nobody in. */
export const refusalToLeave = (pass: PassState, isInside: boolean): PassStateRefusal | undefined =>
  pass.state === 'revoked' && isInside ? undefined : refusalToSell(pass);

/** Why the holder of a pass in this state may not come in; undefined if they may. */
export function refusalToEnter(pass: PassState, now: string): PassStateRefusal | undefined {
  if (pass.state === 'in-force') return { reason: 'pass-already-used', facts: { visit: pass.visit, enteredAt: pass.enteredAt } };
  if (pass.state !== 'issued') return refusalOfEnded(pass);
  return now < pass.validFrom ? { reason: 'pass-not-yet-valid', facts: { validFrom: pass.validFrom } } : undefined;
}

function refusalOfEnded(pass: Exclude<PassState, { state: 'issued' | 'in-force' }>): PassStateRefusal {
  switch (pass.state) {
    case 'spent':
      return { reason: 'pass-spent', facts: { spentAt: pass.spentAt } };
    case 'revoked':
      return { reason: 'pass-revoked', facts: { revokedAt: pass.revokedAt, cause: pass.cause } };
    case 'replaced':
      return { reason: 'pass-replaced', facts: { replacedAt: pass.replacedAt, by: pass.by } };
    case 'expired':
      return { reason: 'pass-expired', facts: { expiredAt: pass.expiredAt } };
  }
}
