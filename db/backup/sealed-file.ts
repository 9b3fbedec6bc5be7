import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, createReadStream, createWriteStream, fsyncSync, openSync, readSync, statSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Checkpoint } from '../evidence/checkpoint.ts';

/** What a backup says of itself to anybody: nothing in it is about a person. It is sealed with the rest. */
export type Label = { readonly market: string; readonly at: string; readonly checkpoint: Checkpoint };

const MAGIC = 'SERAI BACKUP 1\n';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Packs and seals a file with AES-256-GCM, its label readable and bound to it. The new file is on the disk before this answers. */
export async function sealFile(from: string, to: string, key: Buffer, label: Label): Promise<void> {
  const nonce = randomBytes(NONCE_BYTES);
  const head = headOf(label);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(head);
  const out = createWriteStream(to, { mode: 0o600 });
  out.write(Buffer.concat([head, nonce]));
  await pipeline(createReadStream(from), createGzip({ level: 1 }), cipher, out);
  await appendFile(to, cipher.getAuthTag());
  const file = openSync(to, 'r+');
  fsyncSync(file);
  closeSync(file);
}

/** @throws if the key is another's or a byte of the file was changed; what was unpacked until then is not to be used. */
export async function unsealFile(from: string, to: string, key: Buffer): Promise<void> {
  const { head } = readHead(from);
  const size = statSync(from).size;
  const decipher = createDecipheriv('aes-256-gcm', key, bytesAt(from, head.length, NONCE_BYTES)).setAAD(head);
  decipher.setAuthTag(bytesAt(from, size - TAG_BYTES, TAG_BYTES));
  const body = createReadStream(from, { start: head.length + NONCE_BYTES, end: size - TAG_BYTES - 1 });
  try {
    await pipeline(body, decipher, createGunzip(), createWriteStream(to, { mode: 0o600 }));
  } catch {
    throw new Error(`${from} does not open: it is sealed with another key, or it was changed. Try the backup before it.`);
  }
}

export const labelOf = (file: string): Label => readHead(file).label;

function headOf(label: Label): Buffer {
  const text = Buffer.from(JSON.stringify(label));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([Buffer.from(MAGIC), length, text]);
}

function readHead(file: string): { readonly head: Buffer; readonly label: Label } {
  const start = bytesAt(file, 0, MAGIC.length + 4);
  if (start.subarray(0, MAGIC.length).toString() !== MAGIC) throw new Error(`${file} is no backup of a market.`);
  const head = bytesAt(file, 0, start.length + start.readUInt32BE(MAGIC.length));
  return { head, label: JSON.parse(head.subarray(start.length).toString()) as Label };
}

function bytesAt(path: string, at: number, count: number): Buffer {
  const bytes = Buffer.alloc(count);
  const file = openSync(path, 'r');
  readSync(file, bytes, 0, count, at);
  closeSync(file);
  return bytes;
}
