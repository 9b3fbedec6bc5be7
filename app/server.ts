import next from 'next';
import { openMarket } from '#db/seed/open-market.ts';
import { advanceCatalogueImport } from '#lib/operations/advance-catalogue-import.ts';
import { advanceRehearsal } from '#lib/operations/advance-rehearsal.ts';
import { keepBackups } from './backups.ts';
import { keepCheckpoints } from './checkpoints.ts';
import { sendFiscalDocuments } from './fiscal-documents.ts';
import { httpServer } from './http-server.ts';
import { localSocket } from './local-socket.ts';
import { keepRetention } from './retention.ts';
import { openSerai, setTheSerai } from './serai.ts';
import { readSettings } from './settings.ts';
import { goOnWith } from './slices.ts';

/** Opens the market and serves it: the machine door first, pages behind it, in one process. */
const settings = readSettings(process.env);
process.env.NEXTAUTH_URL = settings.origins[0] ?? '';
const serai = await openSerai(settings);
setTheSerai(serai);
const doors = await openMarket(serai);
const stopRetention = keepRetention(serai);
const stopBackups = keepBackups(serai);
const stopCheckpoints = keepCheckpoints(serai);

const pages = next({
  dev: process.env.NODE_ENV === 'development',
  dir: process.cwd(),
  hostname: settings.SERAI_HOST,
  port: settings.PORT,
});
await pages.prepare();
const server = httpServer(serai, pages.getRequestHandler());
const socket = await localSocket(serai);
const stopSlices = [
  goOnWith(serai, 'a rehearsal', advanceRehearsal),
  goOnWith(serai, 'a catalogue import', advanceCatalogueImport),
];
const stopFiscal = sendFiscalDocuments(serai);

server.on('error', (fault: NodeJS.ErrnoException) => {
  console.error(
    fault.code === 'EADDRINUSE' ? `Port ${settings.PORT} is taken. Choose another: PORT=3001 npm start` : fault.message,
  );
  process.exit(1);
});
server.listen(settings.PORT, settings.SERAI_HOST, () => console.log(doors(settings.origins[0] ?? '')));

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    // Nobody new; who has asked is answered before the market closes.
    server.close();
    server.closeIdleConnections();
    socket.close();
    await stopRetention();
    await stopBackups();
    await stopCheckpoints();
    for (const stop of stopSlices) stop();
    await stopFiscal();
    await serai.close();
    await new Promise(setImmediate);
    process.exit(0);
  });
}
