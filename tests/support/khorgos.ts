import { checkPack } from '#lib/law/check-pack.ts';
import { decide } from '#lib/law/decide.ts';
import type { Decision, FactLine, Facts } from '#lib/law/decision.ts';
import type { LawPack } from '#lib/law/pack.ts';
import json from '#lib/packs/khorgos.json' with { type: 'json' };

export const khorgosJson = json;

export function packOf(document: unknown): LawPack {
  const checked = checkPack(document);
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
  return checked.pack;
}

export const khorgos = packOf(json);

export const EUR_CNY = { base: 'EUR', quote: 'CNY', scaled: 8_000_000, date: '2026-11-22', source: 'test' };
export const EUR_KZT = { base: 'EUR', quote: 'KZT', scaled: 600_000_000, date: '2026-11-22', source: 'test' };

let lines = 0;

export const aLine = (line: Partial<FactLine> = {}): FactLine => ({
  id: `line-${++lines}`,
  category: 'silk',
  hs: '500720',
  units: 1,
  valueMinor: 0,
  currency: 'CNY',
  weightG: 0,
  volumeMl: 0,
  strengthPermille: 0,
  pieces: 1,
  fate: 'carried',
  ...line,
});

export const cigarettes = (pieces: number, more: Partial<FactLine> = {}) =>
  aLine({ category: 'cigarettes', hs: '240220', units: Math.max(1, Math.round(pieces / 200)), pieces, ...more });
export const cigars = (pieces: number, more: Partial<FactLine> = {}) =>
  aLine({ category: 'cigars', hs: '240210', units: pieces, pieces, ...more });
export const tobacco = (weightG: number, more: Partial<FactLine> = {}) =>
  aLine({ category: 'tobacco-loose', hs: '240319', units: 1, weightG, ...more });
export const spirits = (volumeMl: number, more: Partial<FactLine> = {}) =>
  aLine({ category: 'spirits', hs: '220830', volumeMl, strengthPermille: 400, ...more });

type SomeFacts = Partial<Omit<Facts, 'traveller'>> & { age?: number; nationality?: string; residence?: string };

export const facts = ({ age = 30, nationality = 'CHN', residence = 'CHN', ...more }: SomeFacts): Facts => ({
  exitSide: 'CN',
  entrySide: more.exitSide ?? 'CN',
  at: '2026-11-22T03:00:00.000Z',
  traveller: { nationality, residence, age },
  lines: [],
  used: {},
  rates: [EUR_CNY, EUR_KZT],
  settings: {},
  ...more,
});

export const toChina = (lines: readonly FactLine[], more: SomeFacts = {}): Decision => decide(khorgos, facts({ lines, ...more }));
export const toKazakhstan = (lines: readonly FactLine[], more: SomeFacts = {}): Decision =>
  decide(khorgos, facts({ exitSide: 'KZ', nationality: 'KAZ', residence: 'KAZ', lines, ...more }));

export const dutyOf = ({ duty }: Decision): number => duty?.minor ?? 0;
export const limitOf = ({ limits }: Decision, rule: string) => limits.find((row) => row.rule === rule)!;
export const reasonsIn = ({ reasons }: Decision): string[] => reasons.map(({ reason }) => reason);
