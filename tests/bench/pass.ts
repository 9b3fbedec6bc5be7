import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { seraiOver } from '#app/serai.ts';
import { readSettings } from '#app/settings.ts';
import { openSqlite } from '#db/engine/sqlite.ts';
import { openKeys } from '#db/keys/keys.ts';
import { done } from '#db/seed/seeded.ts';
import { issuePass } from '#lib/operations/issue-pass.ts';
import { recordEntry } from '#lib/operations/record-entry.ts';
import { decodePass } from '#lib/pass/pass-text.ts';
import { type Actor, MACHINE } from '#lib/staff/actor.ts';
import { aDocument } from '../support/a-visit.ts';
import { seededImage } from '../support/of-before.ts';
import setup from '../support/seeded-image.ts';
import { TEST_NOW } from '../support/test-now.ts';
import { atShare, cpuSince, microseconds, type Row } from './measure.ts';

const PASSES = 600;
/** What is read of the first is the process warming up. */
const WARM = 200;

/** A pass issued, read by its QR code and entered with, each on the disk before the answer, one after the other. */
export async function passRows(passes = PASSES): Promise<readonly Row[]> {
  const tearDown = await setup();
  const folder = mkdtempSync(join(tmpdir(), 'serai-passes-'));
  writeFileSync(join(folder, 'serai.db'), seededImage());
  const engine = openSqlite(folder);
  const keys = openKeys(join(process.env.SERAI_TEST_FOLDER ?? '', 'keys'));
  const serai = seraiOver({ settings: readSettings({ SERAI_NOW: TEST_NOW }), engine, keys, log: pino({ level: 'silent' }) });
  try {
    const at: Actor = { ...MACHINE, kind: 'device', role: 'gate', id: 'bench-gate', code: 'CN-1', gate: 'CN-1', side: 'CN' };
    const context = () => serai.contextOf(at);
    const texts: string[] = [];
    const issued = await timed(passes, async () => {
      const { pass } = await done(
        issuePass(context(), { id: context().newId(), document: aDocument() as never, residence: 'CHN' }),
      );
      texts.push(pass.qr);
    });
    const entered = await timed(passes, async (nth) => {
      await done(recordEntry(context(), { id: context().newId(), pass: texts[nth] as string }));
    });
    const least = await timed(passes, (nth) => serai.tallyRefusal({ actor: at, call: 'bench', reason: 'bench', act: `${nth}` }));
    return [
      {
        name: 'pass, read and verified',
        took: microseconds(() => decodePass(texts[0] as string, keys.verifyPass)),
        ...bareVerify(),
      },
      against(least, 'pass, issued', issued),
      against(least, 'entry, recorded', entered),
    ];
  } finally {
    await serai.close();
    rmSync(folder, { recursive: true, force: true });
    tearDown();
  }
}

function bareVerify() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const bytes = Buffer.alloc(100, 7);
  const signature = sign(null, bytes, privateKey);
  const baseline = microseconds(() => verify(null, bytes, publicKey, signature));
  return { baseline, against: 'Ed25519 alone', note: 'base45, COSE, CBOR, claims and signature' };
}

type Timed = { readonly cpu: readonly number[]; readonly wall: readonly number[] };

async function timed(count: number, run: (nth: number) => Promise<unknown>): Promise<Timed> {
  const [cpu, wall]: [number[], number[]] = [[], []];
  for (let nth = 0; nth < count; nth += 1) {
    const [before, began] = [process.cpuUsage(), performance.now()];
    await run(nth);
    if (nth < Math.min(WARM, count / 3)) continue;
    cpu.push(cpuSince(before));
    wall.push(performance.now() - began);
  }
  const inOrder = (figures: number[]) => figures.sort((a, b) => a - b);
  return { cpu: inOrder(cpu), wall: inOrder(wall) };
}

const against = (least: Timed, name: string, { cpu, wall }: Timed): Row => ({
  name: `${name}, CPU`,
  took: atShare(cpu, 0.5),
  baseline: atShare(least.cpu, 0.5),
  against: 'an act that writes one row',
  note: `with the disk p50 ${atShare(wall, 0.5).toFixed(1)} ms, p95 ${atShare(wall, 0.95).toFixed(1)} ms; that act ${atShare(least.wall, 0.5).toFixed(1)} ms`,
});
