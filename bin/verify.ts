import { parseArgs } from 'node:util';
import { readSettings } from '#app/settings.ts';
import { verifyFolder } from '#db/evidence/verify-folder.ts';

// npm run verify [-- FOLDER] [--checkpoint FILE]: walks every chain, row, sum and reference. Exit 1 and the first false row, or 0.
const { values, positionals } = parseArgs({ allowPositionals: true, options: { checkpoint: { type: 'string' } } });
const folder = positionals[0] ?? readSettings(process.env).SERAI_DATA;
const began = performance.now();
try {
  const { acts, rows, faults } = verifyFolder(folder, values.checkpoint);
  const seconds = (performance.now() - began) / 1000;
  console.log(`${acts} acts and ${rows} rows in ${seconds.toFixed(1)} s, ${Math.round((acts + rows) / seconds)} a second`);
  const [first, ...more] = faults;
  if (first !== undefined) {
    console.error(`FALSE: ${first.table} ${first.id} ${first.wrong}${more.length > 0 ? ` (and ${more.length} more)` : ''}`);
    console.error('Stop the server, keep this folder as it is, and restore the newest backup that verifies: npm run restore');
    process.exitCode = 1;
  } else console.log('Every chain, row, sum and reference is true.');
} catch (fault) {
  console.error((fault as Error).message);
  process.exitCode = 2;
}
