import setup from '../support/seeded-image.ts';
import { FAULTS } from './faults.ts';

// npm run faults [-- NAME ...] [--size N]: the promises at full size, or at the size given. Exit 1 if one is broken or a control holds.
const words = process.argv.slice(2);
const sized = words.indexOf('--size');
const size = sized === -1 ? undefined : Number(words.splice(sized, 2)[1]);
const unknown = words.filter((name) => FAULTS[name] === undefined);
if (unknown.length > 0) {
  console.error(`no such fault: ${unknown.join(', ')}; there are ${Object.keys(FAULTS).join(', ')}`);
  process.exit(2);
}
const tearDown = await setup();
let failed = 0;
for (const [name, fault] of Object.entries(FAULTS)) {
  if (words.length > 0 && !words.includes(name)) continue;
  console.log(`${name}: ${fault.about}`);
  const began = performance.now();
  const { said, broken, control } = await fault.run(size ?? fault.full);
  const holds = broken === 0 && control !== 0;
  if (!holds) failed += 1;
  console.log(`  ${said}`);
  console.log(
    `  ${holds ? 'holds' : broken > 0 ? 'BROKEN' : 'PROVES NOTHING: the control held'} (${((performance.now() - began) / 1000).toFixed(0)} s)`,
  );
}
tearDown();
console.log(failed === 0 ? 'faults: none' : `faults: ${failed}`);
process.exit(failed === 0 ? 0 : 1);
