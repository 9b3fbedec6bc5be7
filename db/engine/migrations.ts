import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Migration = { readonly name: string; readonly statements: string; readonly sha256: string };

/** The migrations of an engine that have not run yet, in order. @throws if one that ran has been edited. */
export function migrationsIn(
  engine: 'sqlite' | 'postgres',
  ran: readonly Pick<Migration, 'name' | 'sha256'>[],
): readonly Migration[] {
  const folder = join(process.cwd(), 'db', 'migrations', engine);
  const known = new Map(ran.map(({ name, sha256 }) => [name, sha256]));
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const statements = readFileSync(join(folder, name), 'utf8');
      const sha256 = createHash('sha256').update(statements).digest('hex');
      if (known.get(name) === sha256) return [];
      if (known.has(name)) throw new Error(`Migration ${name} was edited after it ran. Put it back and write a new one.`);
      return [{ name, statements, sha256 }];
    });
}
