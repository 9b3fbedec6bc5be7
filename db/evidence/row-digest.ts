import { hash } from 'node:crypto';
import type { Proven } from './tables.ts';

/** What a driver gives and takes for one column. */
export type Value = string | number | bigint | boolean | null;

/** SHA-256, base64url. */
export const sha256 = (text: string): string => hash('sha256', text, 'base64url');

/** The same in hex, as links of the chain are hashed. */
export const sha256Hex = (text: string): string => hash('sha256', text, 'hex');

/**
 * The digest of one row: each column that holds something by its name, with its length, so that no two rows read alike. A column
 * that comes later is empty in older rows and changes nothing; documents are the text that was written.
 */
export function rowDigest({ name, columns, left }: Proven, values: readonly Value[]): string {
  let text = name;
  for (let i = 0; i < columns.length; i += 1) {
    const value = values[i];
    if (value === null || value === undefined || left.has(i)) continue;
    const column = (columns[i] as Proven['columns'][number]).name;
    if (typeof value === 'string') {
      const said = name === 'act' && column === 'answer' ? withoutInitials(value) : value;
      text += `\n${column} s${said.length} ${said}`;
    } else text += `\n${column} i ${typeof value === 'boolean' ? Number(value) : value}`;
  }
  return sha256(text);
}

/** Initials are taken out of answers when a person is erased: they are no part of the evidence. */
const withoutInitials = (answer: string): string =>
  answer.includes('"initials":') ? answer.replace(/"initials":(?:"(?:[^"\\]|\\.)*"|null)/g, '"initials":""') : answer;

/** What names a row in a link of the chain. */
export const keyOf = ({ keyAt }: Proven, values: readonly Value[]): string =>
  keyAt.length === 1 ? String(values[keyAt[0] as number]) : JSON.stringify(keyAt.map((at) => values[at] as string | number));
