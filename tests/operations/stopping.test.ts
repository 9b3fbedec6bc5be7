import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '#db/engine/sqlite.ts';
import { verifyFolder } from '#db/evidence/verify-folder.ts';
import { aGround, ended, type Ground, serve } from '../faults/a-process.ts';
import { aSale, send } from '../faults/tills.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await aGround(10);
});
afterAll(() => ground.remove());

describe('A process that is asked to stop', () => {
  test('answers what it was asked, and what it answered is in the file', async () => {
    const served = await serve(ground.folder);
    const sales = Array.from({ length: 24 }, (_, n) => aSale(ground, n));
    const answers = sales.map((sale) => send(served.origin, sale));
    await answers[0];
    const code = await ended(served, 'SIGTERM');
    const sold = (await Promise.all(answers)).flatMap((answer, i) => (answer?.status === 201 ? [sales[i]?.id] : []));
    expect(code).toBe(0);
    expect(sold.length).toBeGreaterThan(0);
    const file = connect(`${ground.folder}/serai.db`, { readonly: true });
    const held = new Set(file.prepare<[], string>('SELECT id FROM sale').pluck().all());
    file.close();
    expect(sold.filter((id) => !held.has(id ?? ''))).toEqual([]);
    expect((await verifyFolder(ground.folder)).faults).toEqual([]);
  });

  test('has its folder to itself: a second one is told what to do', async () => {
    const served = await serve(ground.folder);
    await expect(serve(ground.folder)).rejects.toThrow(
      /Another Serai process owns .* Stop it, or give this one its own SERAI_DATA/,
    );
    await ended(served, 'SIGTERM');
  });
});
