import { bigint, boolean, customType, text as postgresText } from 'drizzle-orm/pg-core';

export { alias, check, index, pgTable as table, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';

export const text = () => postgresText();
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  postgresText({ enum: words as unknown as [...Words] });
export const integer = () => bigint({ mode: 'number' });
export const flag = () => boolean();
/** Text and not jsonb, which would put the keys in an order of its own: what is hashed must come back as it went in. */
export const json = <Shape>() =>
  customType<{ data: Shape; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (written) => JSON.parse(written) as Shape,
  })();
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
