import { base64url, KEY_ALGORITHM, SIGN_ALGORITHM } from '#lib/staff/browser-proof.ts';

/** The key that this browser was enrolled with. Its private half can be used here and nowhere else: not read, not copied, not sent. */
export type BrowserKey = { readonly publicKey: string; readonly sign: (text: string) => Promise<string> };

const DATABASE = 'serai';
const STORE = 'keys';
const NAME = 'device';

let held: Promise<BrowserKey | undefined> | undefined;

/** This browser's key; undefined if it has none, or keeps none at an address without https. */
export function heldKey(): Promise<BrowserKey | undefined> {
  held ??= pairIn().then((pair) => (pair === undefined ? undefined : keyOf(pair)));
  return held;
}

/** This browser's key, made now if it has none; undefined where a browser makes no keys: an address without https. */
export async function ownKey(): Promise<BrowserKey | undefined> {
  const known = await heldKey();
  if (known !== undefined || globalThis.crypto.subtle === undefined) return known;
  const made = await crypto.subtle.generateKey(KEY_ALGORITHM, false, ['sign', 'verify']);
  // Asked for so that a full disk does not cost a till its place. Whatever the answer is, the key is kept.
  void navigator.storage?.persist?.().catch(() => false);
  held = keyOf(await keptIn(made));
  return held;
}

async function keyOf({ publicKey, privateKey }: CryptoKeyPair): Promise<BrowserKey> {
  return {
    publicKey: base64url(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))),
    sign: async (text) =>
      base64url(new Uint8Array(await crypto.subtle.sign(SIGN_ALGORITHM, privateKey, new TextEncoder().encode(text)))),
  };
}

/** A browser without the store has no key: it is told to enrol, and what is wrong is said there. */
async function pairIn(): Promise<CryptoKeyPair | undefined> {
  if (globalThis.crypto.subtle === undefined) return undefined;
  try {
    return await inStore('readonly', (store) => store.get(NAME) as IDBRequest<CryptoKeyPair | undefined>);
  } catch {
    return undefined;
  }
}

/** Keeps a key, unless another tab was quicker. @returns the one that stands. */
async function keptIn(made: CryptoKeyPair): Promise<CryptoKeyPair> {
  try {
    await inStore('readwrite', (store) => store.add(made, NAME));
    return made;
  } catch {
    const other = await pairIn();
    if (other === undefined) throw new Error('this browser keeps no keys');
    return other;
  }
}

async function inStore<Value>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await answered(opening);
  try {
    return await answered(ask(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

const answered = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
