import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '#db/engine/sqlite.ts';
import { verifyMarket } from '#db/evidence/verify.ts';
import { diceFrom } from './dice.ts';
import type { Fault } from './fault.ts';
import { type Event, type Recording, record } from './recording.ts';

const SECTOR = 512;
const SURVIVES = ['nothing', 'everything', 'some', 'torn'] as const;
type Survives = (typeof SURVIVES)[number];
type Write = Exclude<Event, { does: 'sync' } | { does: 'answer' }>;

/** The disk as a power cut leaves it, at each of many instants, with none, all, some or torn sectors of what was not synced yet. */
export const powerCut: Fault = {
  about: 'power cut at any instant: no answered act is lost, no image is corrupt or false',
  needs: 'strace',
  full: 1200,
  small: 60,
  async run(size) {
    const acts = size > 500 ? 400 : 120;
    const full = imagesOf(await record(acts, 4, 'full'), size);
    const normal = imagesOf(await record(acts, 4, 'normal'), size);
    return {
      said: `${full.images} images of ${full.answered} answered acts at FULL: ${full.lost} lost, ${full.bad} corrupt or false; control at NORMAL: ${normal.lost} of ${normal.images} images lost acts`,
      broken: full.lost + full.bad,
      control: normal.lost,
    };
  },
};

function imagesOf({ before, events }: Recording, images: number) {
  const folder = mkdtempSync(join(tmpdir(), 'serai-power-cut-'));
  const dice = diceFrom(7);
  const disk = new Disk(before);
  const answered = new Set<string>();
  const found = { images: 0, lost: 0, bad: 0, answered: 0 };
  const every = Math.max(1, Math.floor((events.length * SURVIVES.length) / images));
  for (const [i, event] of events.entries()) {
    if (event.does === 'answer') answered.add(event.act);
    else disk.take(event);
    if (i % every !== 0 && i !== events.length - 1) continue;
    for (const survives of SURVIVES) {
      found.images += 1;
      const acts = actsIn(folder, disk.after(survives, dice));
      if (acts === undefined) found.bad += 1;
      else if ([...answered].some((act) => !acts.has(act))) found.lost += 1;
    }
  }
  rmSync(folder, { recursive: true, force: true });
  return { ...found, answered: answered.size };
}

class Disk {
  readonly #synced: Map<string, Buffer>;
  readonly #waiting: Write[] = [];

  constructor(before: Buffer) {
    this.#synced = new Map([['serai.db', before]]);
  }

  take(event: Exclude<Event, { does: 'answer' }>): void {
    if (event.does !== 'sync') {
      this.#waiting.push(event);
      return;
    }
    const [synced, left] = [[], []] as [Write[], Write[]];
    for (const write of this.#waiting) (write.file === event.file ? synced : left).push(write);
    put(this.#synced, synced);
    this.#waiting.splice(0, this.#waiting.length, ...left);
  }

  after(survives: Survives, dice: (sides: number) => number): ReadonlyMap<string, Buffer> {
    const files = new Map([...this.#synced].map(([name, bytes]) => [name, Buffer.from(bytes)]));
    const writes = this.#waiting.flatMap((write) => {
      if (survives === 'everything') return [write];
      if (survives === 'nothing') return [];
      if (survives === 'some' || write.does === 'truncate') return dice(2) === 0 ? [write] : [];
      return sectorsOf(write).filter(() => dice(2) === 0);
    });
    put(files, writes);
    return files;
  }
}

function sectorsOf(write: Extract<Write, { does: 'write' }>): Write[] {
  const parts: Write[] = [];
  for (let from = 0; from < write.bytes.length; from += SECTOR)
    parts.push({ ...write, at: write.at + from, bytes: write.bytes.subarray(from, from + SECTOR) });
  return parts;
}

/** A file grows once for all that is written to it. */
function put(files: Map<string, Buffer>, writes: readonly Write[]): void {
  for (const name of new Set(writes.map(({ file }) => file))) {
    const own = writes.filter(({ file }) => file === name);
    const held = files.get(name) ?? Buffer.alloc(0);
    const ends = own.map((write) => (write.does === 'write' ? write.at + write.bytes.length : 0));
    const grown = Buffer.concat(
      [held],
      ends.reduce((most, end) => Math.max(most, end), held.length),
    );
    let size = held.length;
    for (const write of own) {
      if (write.does === 'write') write.bytes.copy(grown, write.at);
      size = write.does === 'truncate' ? write.to : Math.max(size, write.at + write.bytes.length);
    }
    files.set(name, grown.subarray(0, size));
  }
}

/** The acts that a market opened on this image knows. @returns undefined if it is corrupt or false. */
function actsIn(folder: string, files: ReadonlyMap<string, Buffer>): ReadonlySet<string> | undefined {
  for (const name of ['serai.db', 'serai.db-wal', 'serai.db-shm']) rmSync(join(folder, name), { force: true });
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  try {
    const file = connect(join(folder, 'serai.db'));
    const whole = file.pragma('integrity_check', { simple: true }) === 'ok' && verifyMarket(file).faults.length === 0;
    const acts = new Set(file.prepare<[], string>('SELECT id FROM act').pluck().all());
    file.close();
    return whole ? acts : undefined;
  } catch {
    return undefined;
  }
}
