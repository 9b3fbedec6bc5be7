import { diceFrom } from '../faults/dice.ts';
import type { Market } from './a-market.ts';
import type { Goods } from './a-visit.ts';
import { aDay, aDocument, body, inside } from './a-visit.ts';

const STALLS = { CN: ['A-001', 'A-002', 'B-007'], KZ: ['K-001', 'K-008'] } as const;
const STATES = ['CHN', 'KAZ', 'PAK', 'KGZ'] as const;
const MOST_DUTY = { CN: { amount: '99999.00', currency: 'CNY' }, KZ: { amount: '99999.00', currency: 'EUR' } } as const;

/** Travellers of four states who buy a few goods of the seed at the stalls of the side they came in by, the same each time. @returns how many sales were made. */
export async function aTraffic(market: Market, travellers: number): Promise<number> {
  const day = await aDay(market);
  const dice = diceFrom(20_261_118);
  const goods = new Map<string, readonly Goods[]>();
  for (const stall of [...STALLS.CN, ...STALLS.KZ])
    goods.set(
      stall,
      body<{ products: Goods[] }>(await market.ask(null, 'GET', `/api/v1/products?stall=${stall}&limit=40`), 200).products,
    );
  let sold = 0;
  for (let i = 0; i < travellers; i += 1) {
    const side = i % 2 === 0 ? 'CN' : 'KZ';
    const pass = await inside(day, side, aDocument({ nationality: STATES[dice(STATES.length)] as string }));
    for (let sale = 0; sale <= dice(3); sale += 1) {
      const stall = STALLS[side][dice(STALLS[side].length)] as string;
      const on = goods.get(stall) ?? [];
      const bought = [on[dice(on.length)] as Goods, 1 + dice(6)] as const;
      const reply = await day.sell(stall, pass, [bought], { acknowledgedDuty: MOST_DUTY[side] });
      if (reply.status === 201) sold += 1;
    }
  }
  return sold;
}
