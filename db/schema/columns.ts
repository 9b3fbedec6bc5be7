/**
 * What the tables are built of, for the engine that this process runs on (design section 6). Both files have the same names; every type
 * is SQLite's, because a store writes one query for both. Ids and instants are text, money and measures are integers, documents are JSON text.
 */
import * as postgres from './columns-postgres.ts';
import * as sqlite from './columns-sqlite.ts';

const columns = process.env.DATABASE_URL ? (postgres as unknown as typeof sqlite) : sqlite;

export const { alias, bytes, check, flag, index, integer, json, oneOf, primaryKey, table, text, uniqueIndex } = columns;
