import type { z } from 'zod';
import type { packSchema, ruleSchema } from './pack-schema.ts';

/** The law of one market: sides, goods, rules, duties, open questions, sources. One JSON document; see lib/packs/khorgos.json. */
export type LawPack = z.infer<typeof packSchema>;
export type Rule = z.infer<typeof ruleSchema>;
export type Goods = Rule['goods'];
export type Measure = Rule['measure'];
export type DutyTable = LawPack['dutyTables'][number];
export type Setting = LawPack['settings'][number];
export type SettingValue = Setting['default'];
export type Category = LawPack['categories'][number];
export type Side = LawPack['sides'][number];
export type Words = LawPack['market']['names'];
export type Fate = Rule['fates'][number];

/** Where (RFC 6901 JSON pointer) and what to write instead. */
export type PackFault = { readonly pointer: string; readonly fault: string };
