import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { askServer } from '#app/ask-server.ts';
import { type BackedUp, backUpNow } from '#app/backups.ts';
import { openSerai } from '#app/serai.ts';
import { readSettings } from '#app/settings.ts';
import { copyKeys } from '#db/backup/copy-keys.ts';

// npm run backup: seals the market into SERAI_BACKUPS, also while it sells. npm run backup -- --keys FOLDER copies its keys, to a place apart.
const { values } = parseArgs({ options: { keys: { type: 'string' } } });
const settings = readSettings(process.env);
try {
  if (values.keys !== undefined) {
    await copyKeys(settings.SERAI_KEYS ?? join(settings.SERAI_DATA, 'keys'), values.keys);
    console.log(
      `The keys are copied to ${values.keys}. Keep them apart from the backups: neither is worth anything without the other.`,
    );
  } else {
    const made = (await askServer<BackedUp>(settings.SERAI_DATA, '/backup', {})) ?? (await alone());
    if ('fault' in made) throw new Error(made.fault);
    console.log(made.file);
  }
} catch (fault) {
  console.error((fault as Error).message);
  process.exitCode = 1;
}

async function alone(): Promise<BackedUp> {
  const serai = await openSerai(settings);
  try {
    return { file: await backUpNow(serai) };
  } finally {
    await serai.close();
  }
}
