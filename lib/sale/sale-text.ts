import { decodeBase45, encodeBase45 } from '#lib/pass/base45.ts';
import { type Cbor, decodeCbor, encodeCbor } from '#lib/pass/cbor.ts';
import { base64url, fromBase64url } from '#lib/staff/browser-proof.ts';

/** A sale as JSON, the way it is sent to the market. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** What the code on a provisional receipt holds: the till that signed, the very body of the sale, and the signature over `signed`. */
export type SaleText = { readonly device: string; readonly body: Json; readonly signed: string; readonly signature: string };

const PREFIX = 'SS1:';

/** What a till signs for a sale. */
export const signedTextOf = (body: Json): string => `serai sale\n${encodeBase45(encodeCbor(cborOf(body)))}`;

/** The text for a QR code: the same sale can be brought in from it, once, while its till is still dark. `signature` is base64url. */
export const encodeSale = (device: string, body: Json, signature: string): string =>
  PREFIX + encodeBase45(encodeCbor([cborOf(device), cborOf(body), fromBase64url(signature)]));

/** Whether a text says that it is a sale; what it says is read by `decodeSale`. */
export const isSaleText = (text: string): boolean => text.trim().startsWith(PREFIX);

/** The sale, its signature not yet verified; undefined for any other text. Never throws. */
export function decodeSale(text: string): SaleText | undefined {
  if (!text.startsWith(PREFIX)) return undefined;
  const bytes = decodeBase45(text.slice(PREFIX.length));
  const message = bytes && decodeCbor(bytes);
  if (!Array.isArray(message) || message.length !== 3) return undefined;
  const [device, body, signature] = message as readonly Cbor[];
  if (device === undefined || body === undefined || !(signature instanceof Uint8Array)) return undefined;
  const [who, what] = [jsonOf(device), jsonOf(body)];
  if (typeof who !== 'string' || what === undefined) return undefined;
  return { device: who, body: what, signed: signedTextOf(what), signature: base64url(signature) };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids are half of a sale: each stands as its sixteen bytes. */
function cborOf(value: Json): Cbor {
  if (typeof value === 'string') return UUID.test(value) ? hexBytes(value.replaceAll('-', '')) : value;
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(cborOf);
  return new Map(Object.entries(value).map(([name, each]) => [name, cborOf(each)]));
}

function jsonOf(value: Cbor): Json | undefined {
  if (value instanceof Uint8Array) return value.length === 16 ? uuidOf(value) : undefined;
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Map) return objectOf(value);
  if (!Array.isArray(value)) return undefined;
  const list = (value as readonly Cbor[]).map(jsonOf);
  return list.every((each) => each !== undefined) ? list : undefined;
}

function objectOf(map: ReadonlyMap<number | string, Cbor>): Json | undefined {
  const entries: (readonly [string, Json])[] = [];
  for (const [name, each] of map) {
    const value = jsonOf(each);
    if (typeof name !== 'string' || value === undefined) return undefined;
    entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const hexBytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const uuidOf = (bytes: Uint8Array) =>
  [...bytes]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
