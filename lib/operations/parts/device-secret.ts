import { digestOf } from '#lib/act/act.ts';

/** A token or cookie is long and random: a plain hash finds it and cannot be turned back. */
export const secretHashOf = (secret: string): string => digestOf(`device|${secret}`);
