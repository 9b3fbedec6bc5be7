import { Column, getTableColumns, is, Table } from 'drizzle-orm';
import type { Row } from './statements.ts';

/** What a select reads, as drizzle was asked for it: columns, expressions, whole tables, and objects of these. */
export type Fields = Readonly<Record<string, unknown>>;

type Read = (value: unknown) => unknown;
type Place = { readonly name: string; readonly at: number } & (
  | { readonly read: Read | undefined }
  | { readonly fields: readonly Place[] }
);

/** Makes objects of a select's rows, as drizzle would; what was joined and is not there is null. */
export function readerOf(fields: Fields): (row: Row) => unknown {
  const [places] = placesOf(fields, 0);
  return (row) => objectOf(places, row);
}

function placesOf(fields: Fields, from: number): [places: readonly Place[], next: number] {
  const places: Place[] = [];
  let at = from;
  for (const [name, field] of Object.entries(fields)) {
    if (is(field, Table) || isPlain(field)) {
      const [inner, next] = placesOf(is(field, Table) ? getTableColumns(field) : field, at);
      places.push({ name, at, fields: inner });
      at = next;
    } else {
      places.push({ name, at, read: readOf(field) });
      at += 1;
    }
  }
  return [places, at];
}

const isPlain = (field: unknown): field is Fields => Object.getPrototypeOf(field) === Object.prototype;

type Decoder = { mapFromDriverValue(value: unknown): unknown };

/** Most columns are read as they come. */
function readOf(field: unknown): Read | undefined {
  if (is(field, Column) && field.mapFromDriverValue === Column.prototype.mapFromDriverValue) return undefined;
  // An expression's own decoder is one thing that drizzle keeps out of its types.
  const decoder = is(field, Column) ? field : (field as { readonly decoder: Decoder }).decoder;
  return (value) => decoder.mapFromDriverValue(value);
}

function objectOf(places: readonly Place[], row: Row): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const place of places) {
    if ('fields' in place) made[place.name] = isThere(place.fields, row) ? objectOf(place.fields, row) : null;
    else {
      const value = row[place.at];
      made[place.name] = place.read === undefined || value === null ? value : place.read(value);
    }
  }
  return made;
}

const isThere = (places: readonly Place[], row: Row): boolean =>
  places.some((place) => ('fields' in place ? isThere(place.fields, row) : row[place.at] !== null));
