/**
 * The only file of the schema that knows an engine: PostgreSQL gets a twin with the same names (design section 6).
 * Ids and instants are text, money and measures are integers, documents are JSON text.
 */
import { customType, integer as sqliteInteger, text as sqliteText } from 'drizzle-orm/sqlite-core';

export {
  type AnySQLiteColumn as AnyColumn,
  check,
  index,
  primaryKey,
  sqliteTable as table,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

export const text = () => sqliteText();
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  sqliteText({ enum: words as unknown as [...Words] });
export const integer = () => sqliteInteger();
export const flag = () => sqliteInteger({ mode: 'boolean' });
export const json = <Shape>() => sqliteText({ mode: 'json' }).$type<Shape>();
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'blob' });
