import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { backUp, backupsIn } from '#db/backup/back-up.ts';
import { faultText } from './fault-text.ts';
import type { Serai } from './serai.ts';

export type BackedUp = { readonly file: string } | { readonly fault: string };

const HOUR_MS = 3_600_000;
const FIRST_LOOK_MS = 60_000;

/** Where backups go: a second disk, if the market names one. */
export const backupsOf = ({ SERAI_BACKUPS, SERAI_DATA }: Serai['settings']): string =>
  SERAI_BACKUPS ?? join(SERAI_DATA, 'backups');

let running: Promise<unknown> = Promise.resolve();

/** One backup at a time. @returns its file. */
export function backUpNow({ engine, keys, settings, now }: Serai): Promise<string> {
  const made = running.then(() => backUp({ engine, keys, into: backupsOf(settings), now: now() }));
  running = made.catch(() => undefined);
  return made;
}

/** Backs the market up every hour, and soon after it opens if the last time is longer ago. @returns how to stop. */
export function keepBackups(serai: Serai, lookEveryMs = FIRST_LOOK_MS): () => Promise<void> {
  const look = async () => {
    const folder = backupsOf(serai.settings);
    const newest = existsSync(folder) ? backupsIn(folder).at(-1) : undefined;
    if (newest !== undefined && Date.parse(serai.now()) - Date.parse(newest) < HOUR_MS) return;
    try {
      serai.log.info({ file: await backUpNow(serai) }, 'backed up');
    } catch (fault) {
      serai.log.error({ fault: faultText(fault) }, 'backup broke');
    }
  };
  const timer = setInterval(look, lookEveryMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
