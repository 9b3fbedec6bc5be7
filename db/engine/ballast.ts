import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const BYTES = 16 * 1024 * 1024;
const LOOK_AGAIN_MS = 5_000;

export type Ballast = {
  /** Whether it was thrown off and could not be taken back yet: the disk is full. */
  readonly isOff: () => boolean;
  readonly throwOff: () => void;
};

/** Room that is kept for the day on which the disk is full: thrown off, it lets travellers leave and the market close in order. */
export function ballastIn(folder: string): Ballast {
  const place = join(folder, 'ballast');
  let looked = Date.now();
  let off = false;
  const take = () => {
    looked = Date.now();
    if (existsSync(place)) return true;
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > 2 * BYTES && filled(place);
  };
  // A disk that is nearly full when the market opens has no room to keep: the market sells until it is full.
  take();
  return {
    isOff() {
      if (off && Date.now() - looked > LOOK_AGAIN_MS) off = !take();
      return off;
    },
    throwOff() {
      rmSync(place, { force: true });
      looked = Date.now();
      off = true;
    },
  };
}

function filled(place: string): boolean {
  const file = openSync(place, 'w', 0o600);
  try {
    const part = Buffer.alloc(1024 * 1024, 0x5a);
    for (let written = 0; written < BYTES; ) written += writeSync(file, part);
    fsyncSync(file);
    return true;
  } catch {
    rmSync(place, { force: true });
    return false;
  } finally {
    closeSync(file);
  }
}

/** Whether SQLite said that the disk has no room. */
export const saysFull = (fault: unknown): boolean =>
  fault instanceof Error && /^SQLITE_(FULL|IOERR_WRITE|IOERR_FSYNC|IOERR_TRUNCATE)/.test((fault as { code?: string }).code ?? '');
