import {
  alias,
  bigint,
  boolean,
  check,
  customType,
  index,
  pgTable,
  primaryKey,
  text as textColumn,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { sqliteColumns } from './columns-sqlite.ts';

export const postgresColumns = {
  alias,
  check,
  index,
  primaryKey,
  table: pgTable,
  uniqueIndex,
  text: () => textColumn(),
  oneOf: <const Words extends readonly [string, ...string[]]>(words: Words) =>
    textColumn({ enum: words as unknown as [...Words] }),
  integer: () => bigint({ mode: 'number' }),
  flag: () => boolean(),
  /** Text and not jsonb, which would put the keys in an order of its own: what is hashed must come back as it went in. */
  json: <Shape>() =>
    customType<{ data: Shape; driverData: string }>({
      dataType: () => 'text',
      toDriver: (value) => JSON.stringify(value),
      fromDriver: (written) => JSON.parse(written) as Shape,
    })(),
  bytes: customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' }),
} satisfies Record<keyof typeof sqliteColumns, unknown>;
