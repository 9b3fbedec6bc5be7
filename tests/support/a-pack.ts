import { factsOf, readCase } from '#lib/law/case.ts';
import { decide } from '#lib/law/decide.ts';
import type { Decision } from '#lib/law/decision.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { packOf } from './khorgos.ts';

type Json = Record<string, unknown>;

const named = (en: string) => ({ en });
const category = (id: string, parent: string | null = null, group?: string) => ({
  id,
  parent,
  names: named(id),
  ...(group === undefined ? {} : { dutyGroups: { RATES: group } }),
});

/** A market of one side in UTC+8 that collects yuan; the rules and what else is given make its law. */
export function aPack({
  rules,
  dutyTables = [],
  ...more
}: { rules: readonly Json[]; dutyTables?: readonly Json[] } & Json): LawPack {
  return packOf({
    format: 'serai-law-pack/1',
    id: 'small',
    version: 1,
    market: { id: 'small', names: named('A small market') },
    sides: [
      {
        code: 'A',
        names: named('The side'),
        country: 'CHN',
        zone: { name: 'UTC+8', offsets: [{ from: '1949-10-01T00:00:00.000Z', minutes: 480 }] },
        currency: 'CNY',
        dutyCurrency: 'CNY',
        languages: ['en'],
        documents: [{ type: 'passport', sources: ['LAW'] }],
      },
    ],
    gates: [
      { code: 'A-1', side: 'A', name: 'One' },
      { code: 'A-2', side: 'A', name: 'Two' },
    ],
    currencies: ['CNY'],
    entry: { minorUnder: 16, stayDays: 30, nationalities: 'all', sources: ['LAW'] },
    exit: { sameSide: true, signaturesOtherwise: 2, sources: ['LAW'] },
    categories: [
      category('goods', null, 'ordinary'),
      category('clothing', 'goods'),
      category('phones', 'goods', 'low'),
      category('cosmetics', 'goods'),
      category('machines', 'goods'),
      category('food', null, 'low'),
      category('coffee', 'food'),
      category('alcohol', null, 'high'),
      category('spirits', 'alcohol'),
      category('wine', 'alcohol'),
      category('beer', 'alcohol'),
      category('tobacco', null, 'high'),
      category('cigarettes', 'tobacco'),
      category('cigars', 'tobacco'),
      category('loose', 'tobacco'),
    ],
    dutyTables: [
      { id: 'TENTH', kind: 'flat', currency: 'CNY', permille: 100, sources: ['LAW'] },
      { id: 'RATES', kind: 'by-group', currency: 'CNY', groups: { low: 100, ordinary: 200, high: 500 }, sources: ['LAW'] },
      { id: 'PER-KG', kind: 'per-kg', currency: 'CNY', minorPerKg: 400, sources: ['LAW'] },
      { id: 'PER-LITRE', kind: 'per-litre', currency: 'CNY', minorPerLitre: 1000, sources: ['LAW'] },
      { id: 'PER-PIECE', kind: 'per-piece', currency: 'CNY', minorPerPiece: 25, sources: ['LAW'] },
      { id: 'LARGER', kind: 'larger-of', currency: 'CNY', permille: 300, minorPerKg: 400, sources: ['LAW'] },
      { id: 'LEAST', kind: 'at-least', currency: 'CNY', permille: 50, minorPerKg: 100, sources: ['LAW'] },
      { id: 'BOTH', kind: 'sum', currency: 'CNY', tables: ['TENTH', 'PER-KG'], sources: ['LAW'] },
      ...dutyTables,
    ],
    sources: [{ id: 'LAW', title: 'The law', page: 'example.org', date: '2026-01-01' }],
    ...more,
    rules: rules.map((rule) => ({
      side: 'A',
      from: '2020-01-01',
      names: named('Rule'),
      sentences: named('What it says.'),
      period: { kind: 'visit' },
      confidence: 'confirmed',
      sources: ['LAW'],
      ...rule,
    })),
  });
}

/** What is decided of a case that is written as the documentation says. Amounts of yuan stand for values. */
export function assessed(pack: LawPack, lines: readonly Json[], { traveller = {}, ...more }: Json = {}): Decision {
  const read = readCase({
    exitSide: 'A',
    at: '2026-11-22T11:00:00+08:00',
    lines: lines.map(({ yuan = 0, ...line }) => ({
      category: 'clothing',
      value: { amount: String(yuan), currency: 'CNY' },
      ...line,
    })),
    traveller: { nationality: 'CHN', age: 30, ...(traveller as Json) },
    ...more,
  });
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const made = factsOf(pack, read.case);
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  return decide(pack, made.facts);
}

/** 'free', 'duty 12.00' and so on: what a shopper hears. */
export const heard = ({ outcome, duty }: Decision): string =>
  duty === null ? outcome : `${outcome === 'duty' ? 'duty' : `${outcome}, duty`} ${(duty.minor / 100).toFixed(2)}`;

export const value = (yuan: number, more: Json = {}) => ({ kind: 'value', currency: 'CNY', limitMinor: yuan * 100, ...more });
