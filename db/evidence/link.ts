import { type ChainLink, linked } from '#lib/act/act.ts';
import type { audit } from '../schema/act.ts';
import { sha256Hex } from './row-digest.ts';

type AuditRow = typeof audit.$inferSelect;

/** The link of a chain that a row of the audit holds, as it was hashed. */
function linkOf({ hash: _, id, wrote, ...link }: AuditRow): ChainLink {
  return wrote === null ? link : { ...link, id, wrote };
}

/** Whether a row of the audit still says what was hashed when it was written. */
export const isTrueLink = (row: AuditRow): boolean => linked(linkOf(row), sha256Hex).hash === row.hash;
