import { readFileSync } from 'node:fs';
import type { LawPack } from '#lib/law/pack.ts';
import { packOf } from './khorgos.ts';

const blocks = [
  ...readFileSync('lib/packs/writing-a-pack.md', 'utf8').matchAll(/^```json (pack|case) ([^\n]+)\n([\s\S]*?)^```/gm),
].map(([, kind, title = '', text = '']) => ({ kind, title, json: JSON.parse(text) as unknown }));

/** The packs and cases that lib/packs/writing-a-pack.md teaches by, as documents; a case's title is `pack: answer`. */
export const taughtPacks = blocks.filter(({ kind }) => kind === 'pack');
export const taughtCases = blocks.filter(({ kind }) => kind === 'case');

/** One of them, read. @throws if there is no such pack or it has faults. */
export const taughtPack = (name: string): LawPack => packOf(taughtPacks.find(({ title }) => title === name)?.json);
