import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { askServer } from '#app/ask-server.ts';
import type { BackedUp } from '#app/backups.ts';
import { readSettings } from '#app/settings.ts';
import { trialSale } from '#app/trial-sale.ts';
import { restore } from '#db/backup/restore.ts';
import { connect } from '#db/engine/sqlite.ts';
import { aGround, ended, type Ground, type Served, serve } from './a-process.ts';
import type { Fault } from './fault.ts';
import { aSale, send } from './tills.ts';

const TILLS = 8;
const SOLD_ON = 10;

/** The market is backed up while it sells, lost, restored into a new folder and sold on. */
export const drill: Fault = {
  about: 'a backup made under load is restored, proven and sold on; all that was answered before it began is in it',
  full: 20,
  small: 1,
  async run(size) {
    const sum = { answered: 0, missing: 0, refused: 0, control: 0, ms: 0 };
    for (let i = 0; i < size; i += 1) {
      const one = await aDrill();
      sum.answered += one.answered;
      sum.missing += one.missing;
      sum.refused += one.refused;
      sum.control += one.control;
      sum.ms = Math.max(sum.ms, one.ms);
    }
    return {
      said: `${size} drills, ${sum.answered} sales answered before their backup: ${sum.missing} missing after it was restored, ${sum.refused} of ${size * SOLD_ON} sales refused there, restored in ${Math.round(sum.ms)} ms at most; control that copies the file alone: ${sum.control} missing`,
      broken: sum.missing + sum.refused,
      control: sum.control,
    };
  },
};

async function aDrill() {
  const ground = await aGround(40);
  const restored = { ...ground, folder: `${ground.folder}-restored` };
  try {
    const served = await serve(ground.folder);
    const answered: string[] = [];
    const load = underLoad(ground, served, answered);
    // At several instants, since a checkpoint may just have put everything into the file.
    let control = 0;
    for (const count of [10, 20, 35, 50]) {
      await load.until(count);
      control += missingFromFileAlone(ground.folder, [...answered], count);
    }
    await load.until(60);
    const before = [...answered];
    const made = await askServer<BackedUp>(ground.folder, '/backup', {});
    if (made === undefined || 'fault' in made) throw new Error(made?.fault ?? 'nobody answered the backup');
    await load.stop();
    await ended(served, 'SIGKILL');
    const began = performance.now();
    const settings = readSettings({ SERAI_LOG: 'silent' });
    await restore(made.file, { keys: join(ground.folder, 'keys'), folder: restored.folder }, (folder) =>
      trialSale({ ...settings, SERAI_DATA: folder }),
    );
    const ms = performance.now() - began;
    const missing = missingFrom(restored.folder, before);
    return { answered: before.length, missing, control, refused: await sellOn(restored), ms };
  } finally {
    ground.remove();
    rmSync(restored.folder, { recursive: true, force: true });
  }
}

function underLoad(ground: Ground, { origin }: Served, answered: string[]) {
  let going = true;
  let next = 0;
  const till = async () => {
    while (going) {
      next += 1;
      const sale = aSale(ground, next);
      const answer = await send(origin, sale);
      if (answer?.status === 201) answered.push(sale.id);
    }
  };
  const tills = Array.from({ length: TILLS }, till);
  return {
    async until(count: number) {
      while (answered.length < count) await new Promise((later) => setTimeout(later, 5));
    },
    async stop() {
      going = false;
      await Promise.all(tills);
    },
  };
}

/** The control: the file is copied by hand, without what still lies beside it in the write-ahead log. */
function missingFromFileAlone(folder: string, answered: readonly string[], nth: number): number {
  const naive = join(folder, `naive-${nth}`);
  mkdirSync(naive);
  copyFileSync(join(folder, 'serai.db'), join(naive, 'serai.db'));
  return missingFrom(naive, answered);
}

function missingFrom(folder: string, answered: readonly string[]): number {
  const file = connect(join(folder, 'serai.db'));
  const sold = new Set(file.prepare<[], string>('SELECT id FROM sale').pluck().all());
  file.close();
  return answered.filter((id) => !sold.has(id)).length;
}

async function sellOn(ground: Ground): Promise<number> {
  const served = await serve(ground.folder);
  let refused = 0;
  for (let i = 0; i < SOLD_ON; i += 1) if ((await send(served.origin, aSale(ground, i)))?.status !== 201) refused += 1;
  await ended(served, 'SIGTERM');
  return refused;
}
