import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { moveMarket } from '#db/engine/move.ts';
import { connect } from '#db/engine/sqlite.ts';
import { aCluster, type Cluster } from '../support/postgres-cluster.ts';
import { until } from '../support/until.ts';
import { aGround, ended, type Ground, serve } from './a-process.ts';
import type { Fault } from './fault.ts';
import { LOSSES, type Loss, lose } from './losses.ts';
import { inThePrimary } from './sold-in-cluster.ts';
import { type Tills, tillsAt } from './steady-tills.ts';

const PROCESSES = 2;
const LOAD_MS = 4_000;
const MOST_SECONDS = 30;

/** Two processes sell over HAProxy on three machines; the primary's is lost, in one way after another, and comes back. */
export const cluster: Fault = {
  about: `the primary of three machines is lost under load: no answered sale is lost, none is doubled, selling goes on within ${MOST_SECONDS} s`,
  full: 3,
  async run(size) {
    const losses = Array.from({ length: size }, (_, i) => LOSSES[i % LOSSES.length] as Loss);
    const kept = await lostUnderLoad(losses, false);
    const loose = await lostUnderLoad(['cut off, then killed'], true);
    const slow = kept.seconds.filter((seconds) => seconds > MOST_SECONDS).length;
    return {
      said: `${losses.map((loss, i) => `${loss}: first new sale after ${kept.seconds[i]?.toFixed(1)} s`).join('; ')}; ${kept.answered} answered sales (${kept.tries} tries): ${kept.lost} lost, ${kept.changed} changed, ${kept.doubled} doubled, ${kept.faults} false rows; control whose commits wait for no standby: ${loose.lost} of ${loose.answered} lost`,
      broken: kept.lost + kept.changed + kept.doubled + kept.faults + slow,
      control: loose.lost,
    };
  },
};

async function lostUnderLoad(losses: readonly Loss[], loosely: boolean) {
  const ground = await aGround(300 * losses.length);
  const cluster = await aCluster({ loosely });
  const folders = Array.from({ length: PROCESSES }, () => mkdtempSync(join(tmpdir(), 'serai-served-')));
  try {
    await settle(cluster, ground);
    const served = [];
    for (const folder of folders)
      served.push(await serve(folder, { settings: { DATABASE_URL: cluster.url, SERAI_KEYS: join(ground.folder, 'keys') } }));
    const tills = tillsAt(
      ground,
      served.map(({ origin }) => origin),
    );
    const seconds = [];
    for (const loss of losses) seconds.push(await oneLoss(cluster, tills, loss));
    const answers = await tills.close();
    const found = await inThePrimary(cluster, tills, answers);
    for (const each of served) await ended(each, 'SIGTERM');
    return { seconds, answered: answers.size, tries: tills.tries(), ...found };
  } finally {
    await cluster.stop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    ground.remove();
  }
}

async function settle({ url }: Cluster, { folder }: Ground): Promise<void> {
  const file = connect(join(folder, 'serai.db'), { readonly: true });
  await moveMarket(file, url);
  file.close();
}

/** @returns after how many seconds a sale was answered that began after the loss. */
async function oneLoss(cluster: Cluster, tills: Tills, loss: Loss): Promise<number> {
  await cluster.whole();
  await pause(LOAD_MS);
  const recover = await lose(cluster, loss);
  const lostAt = performance.now();
  await Promise.race([tills.wronged, until(async () => tills.firstAnswerOfSalesSince(lostAt) !== undefined, 180)]);
  const seconds = ((tills.firstAnswerOfSalesSince(lostAt) as number) - lostAt) / 1000;
  await pause(LOAD_MS);
  await recover();
  await cluster.whole();
  return seconds;
}
