import { bitFlips } from './bit-flips.ts';
import { cluster } from './cluster.ts';
import { diskFull } from './disk-full.ts';
import { drill } from './drill.ts';
import type { Fault } from './fault.ts';
import { kills } from './kills.ts';
import { leases } from './leases.ts';
import { money } from './money.ts';
import { oldVersion } from './old-version.ts';
import { powerCut } from './power-cut.ts';
import { races } from './races.ts';
import { retries } from './retries.ts';
import { soak } from './soak.ts';
import { standby } from './standby.ts';
import { storm } from './storm.ts';
import { syncBeforeAnswer } from './sync-before-answer.ts';

/** Everything that is done to a market to see whether its promises hold. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  races,
  leases,
  storm,
  money,
  retries,
  kills,
  'power-cut': powerCut,
  'sync-before-answer': syncBeforeAnswer,
  'bit-flips': bitFlips,
  drill,
  'disk-full': diskFull,
  'old-version': oldVersion,
  standby,
  cluster,
  soak,
};
