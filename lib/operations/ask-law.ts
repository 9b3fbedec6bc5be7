import { z } from 'zod';
import { packInForce, settingsOf } from '#db/stores/market.ts';
import { lawRatesOn } from '#db/stores/rates.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { isDay } from '#lib/calendar/day.ts';
import { startOfDay } from '#lib/calendar/zone.ts';
import { decide } from '#lib/law/decide.ts';
import type { Decision, Facts } from '#lib/law/decision.ts';
import { rulesInForce } from '#lib/law/rules-in-force.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';

const country = z.string().regex(/^[A-Z]{1,3}$/);

export const AskLaw = z.strictObject({
  side: z.string().max(8),
  day: z.string().refine(isDay),
  nationality: country,
  residence: country,
  age: z.string().regex(/^\d{1,3}$/),
});

export type Allowed = {
  readonly packHash: string;
  readonly rules: readonly {
    readonly rule: string;
    readonly part: number | null;
    readonly limit: number;
    readonly unit: string;
    /** Why the traveller has no allowance under it. */
    readonly without: string | null;
    readonly forbids: boolean;
  }[];
  readonly decision: Decision;
};

const NOON_MS = 12 * 3_600_000;

/** What a traveller may take to a side on a day, by the law of that day: an empty basket decided at noon. @throws Forbidden. */
export async function askLaw(
  context: Context,
  asked: z.infer<typeof AskLaw>,
): Promise<Allowed | { readonly refusals: readonly Refusal[] }> {
  mayOrThrow(context.actor, 'see-law');
  return context.read(async (tx) => {
    const known = await packInForce(tx, context.now);
    const zone = known.pack.sides.find(({ code }) => code === asked.side)?.zone;
    if (zone === undefined) return { refusals: [refusal('side-unknown', { side: asked.side })] };
    const at = new Date(Date.parse(startOfDay(zone, asked.day)) + NOON_MS).toISOString();
    const { pack, hash } = await packInForce(tx, at, asked.side);
    const { nationality, residence } = asked;
    const facts: Facts = {
      exitSide: asked.side,
      entrySide: asked.side,
      at,
      traveller: { nationality, residence, age: Number(asked.age) },
      lines: [],
      used: {},
      rates: await lawRatesOn(tx, asked.day),
      settings: await settingsOf(tx, asked.day),
    };
    const rules = rulesInForce(pack, facts).map(({ rule, part, limit, unit, without, forbids }) => ({
      rule: rule.id,
      part: part ?? null,
      limit,
      unit,
      without: without ?? null,
      forbids,
    }));
    return { packHash: hash, rules, decision: decide(pack, facts) };
  });
}
