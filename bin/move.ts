import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '#app/settings.ts';
import { moveMarket } from '#db/engine/move.ts';
import { connect, holdTheFolder, MOVED } from '#db/engine/sqlite.ts';

// SERAI_DATA=./data DATABASE_URL=postgresql://... npm run move: takes the market of the folder to an empty database. Exit 1 and nothing moved
// where a server still holds the folder, the database holds rows, or a table reads differently there.
const { SERAI_DATA, DATABASE_URL } = readSettings(process.env);
if (DATABASE_URL === undefined) {
  console.error('Say where to: DATABASE_URL=postgresql://user:password@host/database npm run move');
  process.exit(2);
}
try {
  const lock = holdTheFolder(SERAI_DATA);
  const file = connect(join(SERAI_DATA, 'serai.db'), { readonly: true });
  const tables = await moveMarket(file, DATABASE_URL);
  file.close();
  writeFileSync(join(SERAI_DATA, MOVED), `${new Date().toISOString()}\n`, { mode: 0o600 });
  lock.close();
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  for (const { table, rows: count, sha256 } of tables) console.log(`${sha256.slice(0, 16)}  ${table}, ${count} rows`);
  console.log(
    `${rows} rows of ${tables.length} tables moved; read again, each table is the same in both, so chains and sums are too.`,
  );
  console.log('The folder still holds the keys. Start with the same SERAI_DATA (or SERAI_KEYS) and DATABASE_URL.');
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
}
