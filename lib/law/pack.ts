import type { z } from 'zod';
import type { PackFault } from './fault.ts';
import type { packSchema } from './pack-schema.ts';
import type { ruleSchema } from './rule-schema.ts';

/** The law of one market: sides, goods, rules, duties, open questions, sources. One JSON document; see lib/packs/writing-a-pack.md. */
export type LawPack = z.infer<typeof packSchema>;
export type Rule = z.infer<typeof ruleSchema>;
export type Goods = Rule['goods'];
export type Measure = Rule['measure'];
export type ValueBasis = Extract<Measure, { kind: 'value' }>['basis'];
export type DutyTable = LawPack['dutyTables'][number];
export type DeemedValues = LawPack['deemedValues'][number];
export type Setting = LawPack['settings'][number];
export type SettingValue = Setting['default'];
export type Category = LawPack['categories'][number];
export type Side = LawPack['sides'][number];
export type Words = LawPack['market']['names'];
export type Condition = NonNullable<Rule['conditions']>[number];
export type Holder = NonNullable<Rule['holder']>;

/** Something that a pack must be, beyond its shape. */
export type Check = (pack: LawPack) => readonly PackFault[];
