import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** The same value gives the same text, whatever order its keys were written in. Undefined fields are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`).join(',')}}`;
}

/** SHA-256 of the canonical JSON, in hex. */
export const digestOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));

/** One row of a chain, as it is hashed: everything but its own hash. Links of before the starting point have neither id nor rows. */
export type ChainLink = {
  readonly id?: string;
  readonly chain: string;
  readonly position: number;
  readonly act: string;
  readonly actor: string;
  readonly operator: string | null;
  readonly kind: string;
  readonly subject: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  readonly recordedAt: string;
  readonly previousHash: string;
  /** Each row of evidence that the act wrote: its table, what names it, its digest and, if it was changed, that of what it was. */
  readonly wrote?: readonly (readonly string[])[];
};

export const FIRST_HASH = '0'.repeat(64);

/** Adds the row's own hash, which the next row of the chain carries. @param sha256Hex of a text. */
export const linked = <Link extends ChainLink>(link: Link, sha256Hex: (text: string) => string): Link & { hash: string } => ({
  ...link,
  hash: sha256Hex(canonicalJson(link)),
});
