import * as en from './en/areas.ts';
import * as kk from './kk/areas.ts';
import type { Language } from './languages.ts';
import * as ru from './ru/areas.ts';
import * as ur from './ur/areas.ts';
import * as zh from './zh/areas.ts';

/** Every sentence a person reads. An area missing in one language does not compile. */
export type Words = typeof en;
export type Area = keyof Words;

export const messages: Readonly<Record<Language, Words>> = { en, zh, ru, kk, ur };
