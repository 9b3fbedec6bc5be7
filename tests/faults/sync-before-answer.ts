import type { Fault } from './fault.ts';
import { type Recording, record } from './recording.ts';

/** No caller hears of an act before all that was written for it is on the disk. */
export const syncBeforeAnswer: Fault = {
  about: 'every answer comes after the fsync of what it wrote',
  needs: 'strace',
  full: 400,
  small: 60,
  async run(size) {
    const full = early(await record(size, 4, 'full'));
    const normal = early(await record(size, 4, 'normal'));
    return {
      said: `${full.answers} answers after ${full.syncs} fsyncs: ${full.early} came too early; control at NORMAL: ${normal.early} of ${normal.answers} came too early`,
      broken: full.early + (full.answers === size ? 0 : 1),
      control: normal.early,
    };
  },
};

function early({ events }: Recording) {
  const found = { answers: 0, syncs: 0, early: 0 };
  const waiting = new Set<string>();
  for (const event of events) {
    if (event.does === 'write') waiting.add(event.file);
    else if (event.does === 'sync') {
      waiting.delete(event.file);
      found.syncs += 1;
    } else if (event.does === 'answer') {
      found.answers += 1;
      if (waiting.has('serai.db-wal')) found.early += 1;
    }
  }
  return found;
}
