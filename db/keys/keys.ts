import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { connect } from '../engine/sqlite.ts';

/** Every secret of a market. Made once in `SERAI_DATA/keys` (0600), never in the database, never in its backup. */
export interface Keys {
  /** Finds a document without holding its number: HMAC-SHA-256, base64url. */
  lookupOf(plain: string): string;
  /** A pepper for a PIN or password before Argon2id. */
  peppered(secret: string): string;
  readonly passKeyId: string;
  /** Its public half, for tills and gates that are without a network: 32 bytes, base64url. */
  readonly passPublicKey: string;
  signPass(bytes: Uint8Array): Uint8Array;
  verifyPass(keyId: string, bytes: Uint8Array, signature: Uint8Array): boolean;
  /** The public half of the key that signs where the chains stand. */
  readonly checkpointKey: string;
  signCheckpoint(bytes: Uint8Array): Uint8Array;
  /** Seals backups. A backup is worth nothing without it, nor is the key without a backup: they are kept apart. */
  readonly backupKey: Buffer;
  /** Seals a person's identity with a key of their own. */
  seal(traveller: string, identity: unknown): Uint8Array;
  /** @returns undefined once the person's key has been destroyed. */
  unseal<Identity>(traveller: string, sealed: Uint8Array): Identity | undefined;
  /** Destroys the person's key: the identity can never be read again. */
  erase(traveller: string): void;
  /** Everybody who has a key. */
  travellers(): readonly string[];
  /** Signs the browser sessions of people. */
  readonly sessionSecret: string;
  close(): void;
}

/** Opens the keys of a data folder, making those that are not there yet. `folder` undefined keeps them in memory, for tests. */
export function openKeys(folder?: string): Keys {
  if (folder !== undefined) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secret = (name: string) => secretIn(folder, name);
  // As key objects: node looks a plain buffer over at every use, which takes six times the hash.
  const lookupKey = createSecretKey(secret('document-lookup'));
  const pepper = createSecretKey(secret('pepper'));
  const sessionSecret = secret('session').toString('base64url');
  const signing = signingKeyIn(folder, 'pass-signing.pem');
  const checkpoint = signingKeyIn(folder, 'checkpoint-signing.pem');
  const persons = personKeysIn(folder);
  return {
    lookupOf: (plain) => createHmac('sha256', lookupKey).update(plain).digest('base64url'),
    peppered: (plain) => createHmac('sha256', pepper).update(plain).digest('base64'),
    passKeyId: signing.id,
    passPublicKey: signing.publicKey.export({ format: 'jwk' }).x ?? '',
    signPass: (bytes) => sign(null, bytes, signing.privateKey),
    verifyPass: (keyId, bytes, signature) => keyId === signing.id && verify(null, bytes, signing.publicKey, signature),
    checkpointKey: publicTextOf(checkpoint.publicKey),
    backupKey: secret('backup'),
    signCheckpoint: (bytes) => sign(null, bytes, checkpoint.privateKey),
    seal: (traveller, identity) => sealed(persons.make(traveller), JSON.stringify(identity)),
    unseal: (traveller, bytes) => {
      const key = persons.find(traveller);
      return key === undefined ? undefined : JSON.parse(unsealed(key, bytes));
    },
    erase: persons.destroy,
    travellers: persons.all,
    sessionSecret,
    close: persons.close,
  };
}

function secretIn(folder: string | undefined, name: string): Buffer {
  if (folder === undefined) return randomBytes(32);
  const file = join(folder, name);
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
}

function signingKeyIn(folder: string | undefined, name: string): { id: string; privateKey: KeyObject; publicKey: KeyObject } {
  const file = folder === undefined ? undefined : join(folder, name);
  if (file !== undefined && !existsSync(file)) writeFileSync(file, newSigningKey(), { mode: 0o600, flag: 'wx' });
  const privateKey = createPrivateKey(file === undefined ? newSigningKey() : readFileSync(file, 'utf8'));
  const publicKey = createPublicKey(privateKey);
  return { id: idOf(publicKey), privateKey, publicKey };
}

const idOf = (publicKey: KeyObject): string =>
  createHmac('sha256', 'serai-key-id')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 8);

const publicTextOf = (key: KeyObject) => key.export({ format: 'der', type: 'spki' }).toString('base64url');

/** Whether the holder of a public key signed a checkpoint. */
export const verifyCheckpoint = (publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean =>
  verify(null, bytes, createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' }), signature);

/** The public half of the checkpoint key of a folder of keys. @returns undefined where the folder has none. */
export function checkpointKeyIn(folder: string): string | undefined {
  const file = join(folder, 'checkpoint-signing.pem');
  return existsSync(file) ? publicTextOf(createPublicKey(readFileSync(file, 'utf8'))) : undefined;
}

/** The public half of the key that signs passes, and records for devices without a key. @returns undefined where the folder has none. */
export function marketKeyIn(folder: string): { id: string; signed: (text: string, signature: string) => boolean } | undefined {
  const file = join(folder, 'pass-signing.pem');
  if (!existsSync(file)) return undefined;
  const publicKey = createPublicKey(readFileSync(file, 'utf8'));
  return {
    id: idOf(publicKey),
    signed: (text, signature) => verify(null, Buffer.from(text, 'utf8'), publicKey, Buffer.from(signature, 'base64url')),
  };
}

const newSigningKey = () => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;

function personKeysIn(folder: string | undefined) {
  const file: Database.Database = connect(folder === undefined ? ':memory:' : join(folder, 'persons.db'));
  file.exec(
    'CREATE TABLE IF NOT EXISTS person_key (traveller TEXT PRIMARY KEY, secret BLOB NOT NULL) STRICT; PRAGMA secure_delete = ON',
  );
  if (folder !== undefined) chmodSync(join(folder, 'persons.db'), 0o600);
  const insert = file.prepare('INSERT INTO person_key (traveller, secret) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const select = file.prepare<[string], { secret: Buffer }>('SELECT secret FROM person_key WHERE traveller = ?');
  const list = file.prepare<[], { traveller: string }>('SELECT traveller FROM person_key ORDER BY traveller');
  const remove = file.prepare('DELETE FROM person_key WHERE traveller = ?');
  const find = (traveller: string) => select.get(traveller)?.secret;
  return {
    find,
    all: () => list.all().map(({ traveller }) => traveller),
    make(traveller: string): Buffer {
      insert.run(traveller, randomBytes(32));
      return find(traveller) as Buffer;
    },
    destroy(traveller: string): void {
      remove.run(traveller);
      file.pragma('wal_checkpoint(TRUNCATE)');
    },
    close: () => file.close(),
  };
}

function sealed(key: Buffer, plain: string): Uint8Array {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function unsealed(key: Buffer, bytes: Uint8Array): string {
  const all = Buffer.from(bytes);
  const decipher = createDecipheriv('aes-256-gcm', key, all.subarray(0, 12));
  decipher.setAuthTag(all.subarray(-16));
  return Buffer.concat([decipher.update(all.subarray(12, -16)), decipher.final()]).toString('utf8');
}
