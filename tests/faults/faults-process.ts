import type { Outcome } from './fault.ts';
import { FAULTS } from './faults.ts';

// node faults-process.ts SIZE NAME ...: these faults, one after another, on the engine of this process; ends with how many did not hold.
const [size, ...names] = process.argv.slice(2);
const engine = process.env.DATABASE_URL ? ` on PostgreSQL ${process.env.SERAI_TEST_POSTGRES ?? ''}` : '';
let failed = 0;
for (const name of names) {
  const fault = FAULTS[name];
  if (fault === undefined) throw new Error(`no fault ${name}`);
  console.log(`${name}${engine}: ${fault.about}`);
  const began = performance.now();
  const { said, broken, control } = await fault.run(size === 'full' ? fault.full : Number(size)).catch(couldNotBeTried);
  const holds = broken === 0 && control !== 0;
  if (!holds) failed += 1;
  const verdict = holds ? 'holds' : broken > 0 ? 'BROKEN' : 'PROVES NOTHING: the control held';
  console.log(`  ${said}\n  ${verdict} (${((performance.now() - began) / 1000).toFixed(0)} s)`);
}
process.exit(failed);

function couldNotBeTried(fault: unknown): Outcome {
  console.error(fault);
  return { said: 'could not be tried', broken: 1, control: undefined };
}
