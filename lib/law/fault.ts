import type { LawPack, PackFault } from './pack.ts';

/** Something that a pack must be, beyond its shape. */
export type Check = (pack: LawPack) => readonly PackFault[];

export const at = (pointer: string, fault: string): PackFault => ({ pointer, fault });
export const oneOf = (ids: Iterable<string>): string => `write one of ${[...ids].join(', ')}`;
