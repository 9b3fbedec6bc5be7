import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '#app/settings.ts';
import { verifyDatabase, verifyFolder } from '#db/evidence/verify-folder.ts';

// npm run verify [-- FOLDER] [--checkpoint FILE]: of the folder, of DATABASE_URL or of SERAI_DATA walks every chain, row, sum and reference. Exit 1 and the first false row, or 0.
const { values, positionals } = parseArgs({ allowPositionals: true, options: { checkpoint: { type: 'string' } } });
const { SERAI_DATA, SERAI_KEYS, DATABASE_URL } = readSettings(process.env);
const [folder] = positionals;
const began = performance.now();
try {
  const { acts, rows, faults } =
    folder === undefined && DATABASE_URL !== undefined
      ? await verifyDatabase(DATABASE_URL, {
          folder: SERAI_DATA,
          keys: SERAI_KEYS ?? join(SERAI_DATA, 'keys'),
          elsewhere: values.checkpoint,
        })
      : await verifyFolder(folder ?? SERAI_DATA, values.checkpoint);
  const seconds = (performance.now() - began) / 1000;
  console.log(`${acts} acts and ${rows} rows in ${seconds.toFixed(1)} s, ${Math.round((acts + rows) / seconds)} a second`);
  const [first, ...more] = faults;
  if (first !== undefined) {
    console.error(`FALSE: ${first.table} ${first.id} ${first.wrong}${more.length > 0 ? ` (and ${more.length} more)` : ''}`);
    console.error('Stop the server, keep the market as it is, and restore the newest backup that verifies: npm run restore');
    process.exitCode = 1;
  } else console.log('Every chain, row, signature, sum and reference is true.');
} catch (fault) {
  console.error((fault as Error).message);
  process.exitCode = 2;
}
