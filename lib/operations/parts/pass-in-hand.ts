import type { Tx } from '#db/engine/engine.ts';
import { findPass, type PassRecord } from '#db/stores/visits.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { type PassState, passStateOf, visitsOf } from '#lib/pass/pass-state.ts';
import { decodePass, encodePass, isPassText, isRefusedPass } from '#lib/pass/pass-text.ts';
import { isShortCode, plainCode } from '#lib/pass/short-code.ts';
import type { Context } from '../context.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The pass that somebody showed: its id, its short code or its QR text, whose signature must hold. */
export async function passInHand(tx: Tx, context: Pick<Context, 'keys'>, shown: string): Promise<PassRecord | Refusal> {
  const by = nameOf(context, shown);
  if ('reason' in by) return by;
  return (await findPass(tx, by)) ?? refusal('pass-unknown');
}

export const isRefusal = (value: object): value is Refusal => 'reason' in value && 'facts' in value;

/** The state of a pass from its records. */
export function stateOf(pass: PassRecord, now: string): PassState {
  return passStateOf(
    {
      validFrom: pass.validFrom,
      validUntil: pass.validUntil,
      visits: visitsOf(pass.category),
      visit: pass.visit,
      revocation: pass.revocation,
      replacement: pass.replacedBy === null ? null : { replacedAt: pass.issuedAt, pass: pass.replacedBy },
    },
    now,
  );
}

function nameOf({ keys }: Pick<Context, 'keys'>, shown: string): { id: string } | { code: string } | Refusal {
  const text = shown.trim();
  if (isPassText(text)) {
    const claims = decodePass(text, keys.verifyPass);
    return isRefusedPass(claims) ? claims : { id: claims.passId };
  }
  if (UUID.test(text)) return { id: text.toLowerCase() };
  return isShortCode(text) ? { code: plainCode(text) } : refusal('pass-unknown');
}

/** The text of a pass, signed with the market's key. */
export function signedText(
  { keys }: Pick<Context, 'keys'>,
  row: {
    id: string;
    side: string;
    gate: string;
    category: string;
    validFrom: string;
    validUntil: string;
    packHash: string;
    keyId: string;
  },
): string {
  const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);
  return encodePass(
    {
      passId: row.id,
      side: row.side,
      gate: row.gate,
      category: row.category,
      notBefore: seconds(row.validFrom),
      notAfter: seconds(row.validUntil),
      packHash: row.packHash.slice(0, 16),
      keyId: row.keyId,
    },
    keys.signPass,
  );
}
