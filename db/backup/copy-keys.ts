import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '../engine/sqlite.ts';

/**
 * Copies the keys of a market to a place apart from its backups, in place of the copy before: a person who was erased since must not
 * live on in an older one. The keys of persons are copied as they stand, also while the market is open.
 */
export async function copyKeys(keys: string, to: string): Promise<void> {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(to)) rmSync(join(to, name), { recursive: true });
  for (const name of readdirSync(keys)) if (!name.startsWith('persons.db')) cpSync(join(keys, name), join(to, name));
  const persons = connect(join(keys, 'persons.db'), { readonly: true });
  await persons.backup(join(to, 'persons.db'));
  persons.close();
}
