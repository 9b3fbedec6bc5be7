import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '#db/engine/sqlite.ts';
import { verifyMarket } from '#db/evidence/verify.ts';
import { aGround, ended, type Ground, type Served, serve } from './a-process.ts';
import type { Fault } from './fault.ts';
import { aSale, ask, send } from './tills.ts';

const DISK_MB = 64;
const ROOM_BYTES = 1_500_000;

/** A disk of its own fills up while tills sell, stays full while people leave, and is given room again. */
export const diskFull: Fault = {
  about: 'disk full: no answered sale is lost, reads and exits go on, sales say why they wait and go on once there is room',
  needs: 'root',
  full: 10,
  small: 1,
  async run(size) {
    const sum = { answered: 0, lost: 0, stuck: 0, left: 0, control: 0 };
    for (let i = 0; i < size; i += 1) {
      const one = await fillADisk();
      for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += one[name];
    }
    return {
      said: `${size} disks filled: ${sum.answered} answered sales, ${sum.lost} lost or false; ${sum.left} left while it was full, ${sum.stuck} promises not kept; control without ballast: ${sum.control} could not leave`,
      broken: sum.lost + sum.stuck,
      control: sum.control,
    };
  },
};

async function fillADisk() {
  const ground = await aGround(60);
  const disk = mkdtempSync(join(tmpdir(), 'serai-disk-'));
  mount(disk);
  const small: Ground = { ...ground, folder: disk };
  try {
    cpSync(ground.folder, disk, { recursive: true });
    const served = await serve(disk);
    // Filled but for some room, so that it is the market itself that meets the end of the disk.
    fill(disk, ROOM_BYTES);
    const { answered, said } = await sellUntilFull(small, served);
    const stuck = [];
    if (said !== 'disk-full') stuck.push(`a sale was answered ${said}`);
    const ready = await ask(served.origin, 'GET', '/readyz');
    if (ready.status !== 503 || !ready.text.includes('disk-full')) stuck.push(`readyz said ${ready.status}`);
    const read = await ask(served.origin, 'GET', '/api/v1/products?limit=5');
    if (read.status !== 200) stuck.push(`reading was answered ${read.status}`);
    const left = await leave(small, served, 5);
    if (left !== 5) stuck.push(`${5 - left} could not leave`);
    // The control: the ballast is gone and what it left is filled as well.
    fill(disk, 0);
    const control = 5 - (await leave(small, served, 5, 5));
    rmSync(join(disk, 'filler-0'), { force: true });
    rmSync(join(disk, `filler-${ROOM_BYTES}`), { force: true });
    if (!(await sellsAgain(small, served))) stuck.push('did not sell again');
    await ended(served, 'SIGTERM');
    if (stuck.length > 0) console.error(stuck.join('; '));
    return { answered: answered.length, lost: lostIn(disk, answered), stuck: stuck.length, left, control };
  } finally {
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
    ground.remove();
  }
}

function mount(disk: string): void {
  if (process.getuid?.() !== 0) throw new Error('The disk-full fault mounts a small disk: run it as root.');
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', disk]);
}

function fill(disk: string, leaving: number): void {
  const { bavail, bsize } = statfsSync(disk);
  const bytes = Math.max(0, bavail * bsize - leaving);
  writeFileSync(join(disk, `filler-${leaving}`), Buffer.alloc(bytes));
}

async function sellUntilFull(ground: Ground, { origin }: Served) {
  const answered: string[] = [];
  for (let n = 1; n < 3000; n += 1) {
    // Whoever is to leave later buys nothing now.
    const sale = aSale({ ...ground, passes: ground.passes.slice(20) }, n);
    const answer = await send(origin, sale);
    if (answer?.status === 201) answered.push(sale.id);
    else return { answered, said: (JSON.parse(answer?.text ?? '{}') as { reason?: string }).reason ?? String(answer?.status) };
  }
  return { answered, said: 'never full' };
}

async function leave({ passes, gate }: Ground, { origin }: Served, people: number, from = 0): Promise<number> {
  let left = 0;
  for (const pass of passes.slice(from, from + people)) {
    const presented = await ask(origin, 'POST', '/api/v1/exits', { id: crypto.randomUUID(), pass }, gate);
    if (presented.status !== 201) continue;
    const { exit } = JSON.parse(presented.text) as { exit: { id: string } };
    const closed = await ask(
      origin,
      'POST',
      `/api/v1/exits/${exit.id}/close`,
      { id: crypto.randomUUID(), outcome: 'settled' },
      gate,
    );
    if (closed.status === 201) left += 1;
  }
  return left;
}

/** Somebody made room: the market finds out by itself, within seconds. */
async function sellsAgain(ground: Ground, { origin }: Served): Promise<boolean> {
  for (let n = 0; n < 60; n += 1) {
    if ((await send(origin, aSale(ground, 10_000 + n)))?.status === 201) return true;
    await new Promise((later) => setTimeout(later, 500));
  }
  return false;
}

function lostIn(disk: string, answered: readonly string[]): number {
  const file = connect(join(disk, 'serai.db'), { readonly: true });
  const sold = new Set(file.prepare<[], string>('SELECT id FROM sale').pluck().all());
  const lost = answered.filter((id) => !sold.has(id)).length + verifyMarket(file).faults.length;
  file.close();
  return lost;
}
