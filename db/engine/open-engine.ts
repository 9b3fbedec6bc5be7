import type { Engine } from './engine.ts';

/** Opens the market of the settings: PostgreSQL where an address is given, else the file of the folder. @throws if another process owns the folder. */
export async function openEngine({
  DATABASE_URL,
  SERAI_DATA,
}: {
  DATABASE_URL?: string | undefined;
  SERAI_DATA: string;
}): Promise<Engine> {
  if (DATABASE_URL === undefined) return (await import('./sqlite.ts')).openSqlite(SERAI_DATA);
  return (await import('./postgres.ts')).openPostgres(DATABASE_URL);
}
