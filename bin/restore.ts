import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '#app/settings.ts';
import { trialSale } from '#app/trial-sale.ts';
import { restore } from '#db/backup/restore.ts';

// npm run restore -- BACKUP FOLDER [--keys KEYS]: a new folder with the market of the backup, once it is proven. Exit 1 and no folder otherwise.
const { values, positionals } = parseArgs({ allowPositionals: true, options: { keys: { type: 'string' } } });
if (process.env.DATABASE_URL) {
  console.error('A backup is restored into a folder, on SQLite: run this without DATABASE_URL, and then npm run move.');
  process.exit(2);
}
const [backup, folder] = positionals;
const settings = readSettings(process.env);
const keys = values.keys ?? settings.SERAI_KEYS ?? join(settings.SERAI_DATA, 'keys');
if (backup === undefined || folder === undefined) {
  console.error('usage: npm run restore -- BACKUP NEW-FOLDER [--keys FOLDER-OF-KEYS]');
  process.exit(2);
}
try {
  const { at, acts, rows, sold } = await restore(backup, { keys, folder }, (made) =>
    trialSale({ ...settings, SERAI_DATA: made, SERAI_KEYS: undefined, DATABASE_URL: undefined }),
  );
  console.log(`The market as it stood at ${at}: ${acts} acts and ${rows} rows are true, and it opens.`);
  console.log(sold ? 'A trial sale was rung up and undone.' : 'There was nothing to try a sale with.');
  console.log(`Serve it: SERAI_DATA=${folder} npm start`);
} catch (fault) {
  console.error((fault as Error).message);
  process.exitCode = 1;
}
