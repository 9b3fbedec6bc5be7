import {
  alias,
  check,
  customType,
  index,
  integer as integerColumn,
  primaryKey,
  sqliteTable,
  text as textColumn,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

export const sqliteColumns = {
  alias,
  check,
  index,
  primaryKey,
  table: sqliteTable,
  uniqueIndex,
  text: () => textColumn(),
  oneOf: <const Words extends readonly [string, ...string[]]>(words: Words) =>
    textColumn({ enum: words as unknown as [...Words] }),
  integer: () => integerColumn(),
  flag: () => integerColumn({ mode: 'boolean' }),
  json: <Shape>() => textColumn({ mode: 'json' }).$type<Shape>(),
  bytes: customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'blob' }),
};
