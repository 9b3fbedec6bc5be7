/**
 * What the tables are built of, for the engine that this process runs on (design section 6). Every type is SQLite's, because a store
 * writes one query for both. Ids and instants are text, money and measures are integers, documents are JSON text.
 */
import { postgresColumns } from './columns-postgres.ts';
import { sqliteColumns } from './columns-sqlite.ts';

const columns = process.env.DATABASE_URL ? (postgresColumns as unknown as typeof sqliteColumns) : sqliteColumns;

export type { AnySQLiteColumn as AnyColumn } from 'drizzle-orm/sqlite-core';

export const { alias, bytes, check, flag, index, integer, json, oneOf, primaryKey, table, text, uniqueIndex } = columns;
