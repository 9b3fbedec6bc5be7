import { join } from 'node:path';
import { connect } from '#db/engine/sqlite.ts';
import { verifyMarket } from '#db/evidence/verify.ts';
import { aGround, ended, type Ground, type Served, serve } from './a-process.ts';
import { diceFrom } from './dice.ts';
import type { Fault } from './fault.ts';
import { soldTimes } from './sold-times.ts';
import { aSale, type Sale, send } from './tills.ts';

const TILLS = 16;
const ANSWERS_A_LIFE = 110;

/** The server is killed at any instant, again and again, while tills sell; what nobody answered is sent again with the same id. */
export const kills: Fault = {
  about: 'kill -9 under load: no answered sale is lost or doubled, and the ledger is its sales',
  full: 200,
  small: 3,
  async run(size) {
    const kept = await killed(size, []);
    const early = await killed(Math.min(size, 5), ['early']);
    return {
      said: `${size} kills, ${kept.answered} answered sales, ${kept.resent} sent again (${kept.again} of them sold already): ${kept.lost} lost, ${kept.doubled} doubled, ${kept.faults} false rows; control that answers before the commit: ${early.lost} lost`,
      broken: kept.lost + kept.doubled + kept.faults,
      control: early.lost,
    };
  },
};

async function killed(times: number, how: readonly string[]) {
  const ground = await aGround(Math.max(40, times * 12));
  try {
    const book = { answered: new Set<string>(), unknown: [] as Sale[], resent: 0, again: 0, next: 0 };
    const dice = diceFrom(times);
    for (let i = 0; i < times; i += 1) await aLife(ground, book, how, dice);
    const served = await serve(ground.folder);
    for (const sale of book.unknown.splice(0)) await sellOnce(served, sale, book);
    await ended(served, 'SIGTERM');
    return { answered: book.answered.size, resent: book.resent, again: book.again, ...inTheFile(ground, book.answered) };
  } finally {
    ground.remove();
  }
}

type Book = { answered: Set<string>; unknown: Sale[]; resent: number; again: number; next: number };

/** From the start of the server to its kill, which comes while acts are on their way. */
async function aLife(ground: Ground, book: Book, how: readonly string[], dice: (sides: number) => number): Promise<void> {
  const served = await serve(ground.folder, { words: how });
  const waiting = book.unknown.splice(0);
  book.resent += waiting.length;
  const enough = book.answered.size + ANSWERS_A_LIFE / 2 + dice(ANSWERS_A_LIFE);
  let dead = false;
  const till = async () => {
    while (!dead) {
      book.next += 1;
      const sale = waiting.pop() ?? aSale(ground, book.next);
      await sellOnce(served, sale, book);
      if (book.answered.size >= enough && !dead) {
        dead = true;
        await ended(served, 'SIGKILL');
      }
    }
  };
  await Promise.all(Array.from({ length: TILLS }, till));
  book.unknown.push(...waiting);
}

async function sellOnce({ origin }: Served, sale: Sale, book: Book): Promise<void> {
  const answer = await send(origin, sale);
  if (answer === undefined) book.unknown.push(sale);
  else if (answer.status === 201 || answer.status === 200) {
    if (answer.status === 200) book.again += 1;
    book.answered.add(sale.id);
  } else throw new Error(`a sale was answered ${answer.status}: ${answer.text.slice(0, 500)}`);
}

function inTheFile({ folder }: Ground, answered: ReadonlySet<string>) {
  const file = connect(join(folder, 'serai.db'), { readonly: true });
  const sold = soldTimes(file);
  const found = {
    lost: [...answered].filter((id) => !sold.has(id)).length,
    doubled: [...answered].filter((id) => (sold.get(id) ?? 0) > 1).length,
    faults: verifyMarket(file).faults.length,
  };
  file.close();
  return found;
}
