/** The part of CBOR (RFC 8949) that a pass needs: safe integers, byte and text strings, arrays, maps, tags, booleans and null. */
export type Cbor = number | string | boolean | null | Uint8Array | readonly Cbor[] | ReadonlyMap<number | string, Cbor> | CborTag;
export type CborTag = { readonly tag: number; readonly value: Cbor };

const DEEPEST = 8;

/** The one deterministic encoding (RFC 8949, 4.2.1): shortest heads, definite lengths, keys in order of their bytes. */
export function encodeCbor(value: Cbor): Uint8Array {
  const out: number[] = [];
  write(out, value);
  return Uint8Array.from(out);
}

/** The value, or undefined for any bytes that are not the deterministic encoding of one. Never throws. */
export function decodeCbor(bytes: Uint8Array): Cbor | undefined {
  const reader: Reader = { bytes, at: 0 };
  const value = read(reader, 0);
  return reader.at === bytes.length ? value : undefined;
}

function write(out: number[], value: Cbor): void {
  if (value === null) out.push(0xf6);
  else if (typeof value === 'boolean') out.push(value ? 0xf5 : 0xf4);
  else if (typeof value === 'number') writeInteger(out, value);
  else if (typeof value === 'string') writeBytes(out, 3, new TextEncoder().encode(value));
  else if (value instanceof Uint8Array) writeBytes(out, 2, value);
  else if (isArray(value)) {
    writeHead(out, 4, value.length);
    for (const each of value) write(out, each);
  } else if (isMap(value)) writeMap(out, value);
  else {
    writeHead(out, 6, value.tag);
    write(out, value.value);
  }
}

function writeInteger(out: number[], value: number) {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`);
  if (value >= 0) writeHead(out, 0, value);
  else writeHead(out, 1, -1 - value);
}

function writeBytes(out: number[], major: number, bytes: Uint8Array) {
  writeHead(out, major, bytes.length);
  for (const byte of bytes) out.push(byte);
}

function writeMap(out: number[], map: ReadonlyMap<number | string, Cbor>) {
  const entries = [...map].map(([key, value]) => ({ key: encodeCbor(key), value })).sort((a, b) => compareBytes(a.key, b.key));
  writeHead(out, 5, entries.length);
  for (const { key, value } of entries) {
    out.push(...key);
    write(out, value);
  }
}

function writeHead(out: number[], major: number, argument: number) {
  const first = major << 5;
  if (argument < 24) return void out.push(first | argument);
  const size = argument < 0x100 ? 1 : argument < 0x1_0000 ? 2 : argument < 0x1_0000_0000 ? 4 : 8;
  out.push(first | (24 + Math.log2(size)));
  for (let i = size - 1; i >= 0; i--) out.push(Math.floor(argument / 256 ** i) % 256);
}

type Reader = { readonly bytes: Uint8Array; at: number };

function read(reader: Reader, depth: number): Cbor | undefined {
  const first = reader.bytes[reader.at++];
  if (first === undefined || depth > DEEPEST) return undefined;
  const major = first >> 5;
  if (major === 7) return SIMPLE.get(first);
  const argument = readArgument(reader, first & 31);
  if (argument === undefined) return undefined;
  if (major === 0) return argument;
  if (major === 1) return Number.isSafeInteger(-1 - argument) ? -1 - argument : undefined;
  if (major === 2) return readBytes(reader, argument);
  if (major === 3) return readText(reader, argument);
  if (major === 4) return readArray(reader, argument, depth);
  if (major === 5) return readMap(reader, argument, depth);
  const value = read(reader, depth + 1);
  return value === undefined ? undefined : { tag: argument, value };
}

const SIMPLE: ReadonlyMap<number, Cbor> = new Map<number, Cbor>([
  [0xf4, false],
  [0xf5, true],
  [0xf6, null],
]);

const SMALLEST_OF_SIZE: readonly number[] = [24, 0x100, 0x1_0000, 0x1_0000_0000];

function readArgument(reader: Reader, info: number): number | undefined {
  if (info < 24) return info;
  const smallest = SMALLEST_OF_SIZE[info - 24];
  const bytes = smallest === undefined ? undefined : readBytes(reader, 2 ** (info - 24));
  if (!bytes) return undefined;
  const argument = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  return Number.isSafeInteger(argument) && argument >= (smallest ?? 0) ? argument : undefined;
}

function readBytes(reader: Reader, length: number): Uint8Array | undefined {
  if (length > reader.bytes.length - reader.at) return undefined;
  const bytes = reader.bytes.slice(reader.at, reader.at + length);
  reader.at += length;
  return bytes;
}

function readText(reader: Reader, length: number): string | undefined {
  const bytes = readBytes(reader, length);
  if (!bytes) return undefined;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  // A malformed sequence decodes to U+FFFD, and so does not come back as the same bytes.
  return compareBytes(new TextEncoder().encode(text), bytes) === 0 ? text : undefined;
}

function readArray(reader: Reader, length: number, depth: number): readonly Cbor[] | undefined {
  if (length > reader.bytes.length - reader.at) return undefined;
  const array: Cbor[] = [];
  for (let i = 0; i < length; i++) {
    const value = read(reader, depth + 1);
    if (value === undefined) return undefined;
    array.push(value);
  }
  return array;
}

function readMap(reader: Reader, length: number, depth: number): ReadonlyMap<number | string, Cbor> | undefined {
  if (length * 2 > reader.bytes.length - reader.at) return undefined;
  const map = new Map<number | string, Cbor>();
  let before = new Uint8Array();
  for (let i = 0; i < length; i++) {
    const start = reader.at;
    const key = read(reader, depth + 1);
    const keyBytes = reader.bytes.slice(start, reader.at);
    if ((typeof key !== 'number' && typeof key !== 'string') || compareBytes(before, keyBytes) >= 0) return undefined;
    const value = read(reader, depth + 1);
    if (value === undefined) return undefined;
    map.set(key, value);
    before = keyBytes;
  }
  return map;
}

export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return (a[i] ?? 0) - (b[i] ?? 0);
  return a.length - b.length;
}

const isArray = (value: Cbor): value is readonly Cbor[] => Array.isArray(value);
const isMap = (value: Cbor): value is ReadonlyMap<number | string, Cbor> => value instanceof Map;
