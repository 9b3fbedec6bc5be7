import type { Ground, Served } from '../faults/a-process.ts';
import { aSale, send } from '../faults/tills.ts';
import { atShare } from './measure.ts';
import { residentOf, TICK_US, ticksOf } from './sale.ts';

const CLIENTS = 32;

export type Sold = {
  readonly perSecond: number;
  /** Of the server, a sale. */
  readonly cpuUs: number;
  readonly p50: number;
  readonly p99: number;
  readonly residentMb: number;
};

/** So many sales from 32 tills that each wait for theirs. @throws if one is refused. */
export async function salesOf(server: Served, ground: Ground, count: number): Promise<Sold> {
  const pid = server.child.pid as number;
  const waits: number[] = [];
  let next = 0;
  const [cpu, began] = [ticksOf(pid), performance.now()];
  const client = async () => {
    while (next < count) {
      const sale = aSale(ground, next++);
      const asked = performance.now();
      const answered = await send(server.origin, sale);
      if (answered?.status !== 201) throw new Error(`a sale was not answered well: ${answered?.text ?? server.said()}`);
      waits.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: Math.min(CLIENTS, count) }, client));
  const seconds = (performance.now() - began) / 1000;
  waits.sort((a, b) => a - b);
  return {
    perSecond: count / seconds,
    cpuUs: ((ticksOf(pid) - cpu) * TICK_US) / count,
    p50: atShare(waits, 0.5),
    p99: atShare(waits, 0.99),
    residentMb: residentOf(pid),
  };
}
