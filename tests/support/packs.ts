import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOf, readCase } from '#lib/law/case.ts';
import type { Case } from '#lib/law/case-schema.ts';
import { decide } from '#lib/law/decide.ts';
import type { Decision } from '#lib/law/decision.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { packOf } from '#tests/support/khorgos.ts';

const FOLDER = join(process.cwd(), 'lib', 'packs');

export const PACK_NAMES = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.json') ? file.slice(0, -5) : []));

/** The document as it is written, before defaults are filled in. */
export const documentOf = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));

export const packNamed = (name: string): LawPack => packOf(documentOf(name));

type SomeTraveller = Partial<Case['traveller']>;
type SomeLine = { category: string; value?: string } & Partial<Omit<Case['lines'][number], 'value' | 'category'>>;
export type SomeCase = Partial<Omit<Case, 'traveller' | 'lines' | 'exitSide' | 'at'>> & { traveller?: SomeTraveller };

/** Decides a case as `law assess` does, by the case's own reader. */
export function assess(
  pack: LawPack,
  { exitSide, at, currency }: { exitSide: string; at: string; currency: string },
  lines: readonly SomeLine[],
  { traveller, ...more }: SomeCase = {},
): Decision {
  const { birthDate, ...known } = traveller ?? {};
  const read = readCase({
    exitSide,
    at,
    traveller: { nationality: 'XXX', ...(birthDate === undefined ? { age: 30 } : { birthDate }), ...known },
    lines: lines.map(({ value = '0', ...line }) => ({ ...line, value: { amount: value, currency } })),
    ...more,
  });
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const made = factsOf(pack, read.case);
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  return decide(pack, made.facts);
}

/** What a case comes to, in short: its outcome and the duty in minor units. */
export const answerOf = ({ outcome, duty }: Decision): readonly [Decision['outcome'], number] => [outcome, duty?.minor ?? 0];

export const limitIn = ({ limits }: Decision, rule: string): number | undefined => limits.find((row) => row.rule === rule)?.limit;
