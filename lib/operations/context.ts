import type { Care, Tx, Urgency } from '#db/engine/engine.ts';
import type { Keys } from '#db/keys/keys.ts';
import type { FiscalAdapter, Registrar } from '#lib/fiscal/fiscal-document.ts';
import type { PrinterPort } from '#lib/printer/printer.ts';
import type { PrinterAddress } from '#lib/printer/printer-address.ts';
import type { Actor } from '#lib/staff/actor.ts';

/** What every operation is given: who acts, when, how to write, and where ids and secrets come from. */
export type Context = {
  readonly actor: Actor;
  /** RFC 3339, UTC: the server's clock. */
  readonly now: string;
  readonly transact: <T>(run: (tx: Tx) => Promise<T>, how?: Urgency) => Promise<T>;
  readonly read: <T>(run: (tx: Tx) => Promise<T>, how?: Care) => Promise<T>;
  readonly keys: Keys;
  /** Where the call came from on the network; null where nothing came over it. */
  readonly address: string | null;
  /** What the browser signed for this call; null where nobody signs calls: a bearer token, a person at a desk. */
  readonly proof: { readonly text: string; readonly key: string; readonly signature: string } | null;
  /** Argon2id over the peppered secret. Slow on purpose: never inside a transaction. */
  readonly hashSecret: (secret: string) => Promise<string>;
  readonly verifySecret: (hash: string | null, secret: string) => Promise<boolean>;
  /** Whether the holder of a browser's public key signed this text. */
  readonly verifyBrowser: (publicKey: string, text: string, signature: string) => boolean;
  /** Talks to a printer on the market's network; undefined where it is not reached. */
  readonly overNetwork: <T>(printer: PrinterAddress, talk: (port: PrinterPort) => Promise<T>) => Promise<T | undefined>;
  /** How fiscal documents are told to an adapter's operator; undefined where this server knows none. */
  readonly registrarOf: (adapter: FiscalAdapter) => Registrar | undefined;
  /** A new UUIDv7. */
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
};
