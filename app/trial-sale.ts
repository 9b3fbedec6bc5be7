import { Undo } from '#db/engine/engine.ts';
import { trialGoods } from '#db/reads/trial-goods.ts';
import type { Context } from '#lib/operations/context.ts';
import { issuePass } from '#lib/operations/issue-pass.ts';
import type { Answer } from '#lib/operations/perform.ts';
import { recordEntry } from '#lib/operations/record-entry.ts';
import { ringUpSale } from '#lib/operations/ring-up-sale.ts';
import { setFiscalAdapter } from '#lib/operations/set-fiscal-adapter.ts';
import { type Actor, MACHINE } from '#lib/staff/actor.ts';
import { openSerai } from './serai.ts';
import type { Settings } from './settings.ts';

/**
 * Opens a market, sells one thing there to somebody invented and undoes it all. @returns whether there was anything to try it with.
 * @throws if the market does not open or refuses what it sold before.
 */
export async function trialSale(settings: Settings): Promise<boolean> {
  const serai = await openSerai(settings);
  try {
    const goods = await serai.engine.read(trialGoods);
    if (goods === undefined) return false;
    const undone = await serai.engine.transact(async (tx) => {
      // Every act of the trial runs within one that is undone.
      const as = (actor: Partial<Actor>): Context => ({
        ...serai.contextOf({ ...MACHINE, id: 'trial', code: 'TRIAL', ...actor }),
        transact: (run) => run(tx).catch(valueOfUndone<Awaited<ReturnType<typeof run>>>),
        read: (run) => run(tx),
      });
      throw new Undo(await sold(as, goods));
    });
    return undone;
  } finally {
    await serai.close();
  }
}

/** What an act that is refused answers with. */
function valueOfUndone<Value>(fault: unknown): Value {
  if (fault instanceof Undo) return fault.value as Value;
  throw fault;
}

type Goods = NonNullable<Awaited<ReturnType<typeof trialGoods>>>;

async function sold(as: (actor: Partial<Actor>) => Context, goods: Goods): Promise<boolean> {
  const { side, gate, stall, stallSide, product, price, nationality, residence } = goods;
  const [kiosk, officer] = [as({ role: 'kiosk', gate }), as({ role: 'gate', side, gate })];
  const document = {
    type: 'passport' as const,
    issuer: nationality,
    number: 'TRIAL0001',
    nationality,
    surname: 'TRIAL',
    givenNames: 'SALE',
    birthDate: '1990-01-01',
    sex: 'X' as const,
    expiresOn: `${Number(kiosk.now.slice(0, 4)) + 5}-01-01`,
  };
  // Nobody is told of a trial, and a side whose documents have waited since the backup is tried all the same.
  const nobody = { side: stallSide, adapter: 'none', onTimeMinutes: 1, loudHours: 1, shutHours: 2 } as const;
  await done(setFiscalAdapter(as({}), { id: kiosk.newId(), ...nobody }));
  const { pass } = await done(issuePass(kiosk, { id: kiosk.newId(), document, residence }));
  await done(recordEntry(officer, { id: kiosk.newId(), pass: pass.code }));
  await done(
    ringUpSale(as({ role: 'desk', stall }), {
      id: kiosk.newId(),
      pass: pass.code,
      lines: [{ product, quantity: '1' }],
      tenders: [{ kind: 'cash', amount: price }],
    }),
  );
  return true;
}

async function done<Body>(answer: Promise<Answer<Body>>): Promise<Body> {
  const settled = await answer;
  if (settled.status === 'refused') throw new Error(`The trial sale was refused: ${JSON.stringify(settled.refusals)}`);
  return settled.body;
}
