import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { canonicalJson } from '#lib/act/act.ts';
import { askIn, type Tx } from '../engine/engine.ts';
import { type Keys, verifyCheckpoint } from '../keys/keys.ts';

/** Where a chain stood. */
export type Head = { readonly chain: string; readonly position: number; readonly hash: string };

/** Where every chain stood at an instant, signed: a market that lost its newest acts since cannot show them. */
export type Checkpoint = {
  readonly market: string;
  readonly at: string;
  readonly heads: readonly Head[];
  readonly publicKey: string;
  readonly signature: string;
};

type Signer = Pick<Keys, 'checkpointKey' | 'signCheckpoint'>;

const bytesOf = ({ market, at, heads }: Pick<Checkpoint, 'market' | 'at' | 'heads'>): Uint8Array =>
  new TextEncoder().encode(`serai checkpoint\n${canonicalJson({ market, at, heads })}`);

export function signedCheckpoint(keys: Signer, of: Pick<Checkpoint, 'market' | 'at' | 'heads'>): Checkpoint {
  const signature = Buffer.from(keys.signCheckpoint(bytesOf(of))).toString('base64url');
  return { ...of, publicKey: keys.checkpointKey, signature };
}

/** Whether a checkpoint is as it was signed, by the key that it names. Whose key that is, the caller knows. */
const isTrueCheckpoint = (checkpoint: Checkpoint): boolean =>
  verifyCheckpoint(checkpoint.publicKey, bytesOf(checkpoint), Buffer.from(checkpoint.signature, 'base64url'));

/**
 * The checkpoint in a file. @param key whose it must be, where that is known.
 * @throws if it was not signed so.
 */
export function readCheckpoint(file: string, key: string | undefined): Checkpoint {
  const checkpoint = JSON.parse(readFileSync(file, 'utf8')) as Checkpoint;
  if (key !== undefined && checkpoint.publicKey !== key) throw new Error(`${file} is signed by another key than this market's.`);
  if (!isTrueCheckpoint(checkpoint)) throw new Error(`${file} was changed after it was signed.`);
  return checkpoint;
}

/** Where every chain stands. Each chain is asked for by the index, so that the time goes with the chains and not with the acts. */
export async function headsOf(tx: Tx): Promise<readonly Head[]> {
  return askIn<Head>(
    tx,
    sql`
    with recursive chains(chain) as (
      select min(chain) from audit
      union all select (select min(audit.chain) from audit where audit.chain > chains.chain) from chains where chain is not null
    )
    select audit.chain, audit.position, audit.hash from chains join audit on audit.chain = chains.chain
      and audit.position = (select max(position) from audit as newest where newest.chain = chains.chain)
    order by audit.chain`,
  );
}
