import { httpServer } from '#app/http-server.ts';
import { localSocket } from '#app/local-socket.ts';
import { openSerai, type Serai } from '#app/serai.ts';
import { readSettings } from '#app/settings.ts';
import type { Engine, Tx } from '#db/engine/engine.ts';
import { openMarket } from '#db/seed/open-market.ts';

// node market-process.ts PORT [early]: the market behind its machine door in a process of its own, as app/server.ts opens it but for
// the pages. Says READY once it may be asked.
const [port = '0', control] = process.argv.slice(2);
const opened = await openSerai(readSettings(process.env));
const engine = control === 'early' ? answeringEarly(opened.engine) : opened.engine;
const contextOf: Serai['contextOf'] = (...of) => ({ ...opened.contextOf(...of), transact: engine.transact });
const serai: Serai = { ...opened, engine, contextOf };
await openMarket(serai);
const server = httpServer(serai, (_, response) => {
  response.writeHead(404).end();
});
const socket = await localSocket(serai);
server.listen(Number(port), '127.0.0.1', () => console.log('READY'));
process.once('SIGTERM', async () => {
  server.close();
  server.closeIdleConnections();
  socket.close();
  await serai.close();
  process.exit(0);
});

/** The control: answers as soon as an act has run, before it is committed. */
function answeringEarly(engine: Engine): Engine {
  return {
    ...engine,
    transact: <T>(run: (tx: Tx) => Promise<T>): Promise<T> =>
      new Promise<T>((answer, fail) => {
        engine
          .transact(async (tx) => {
            answer(await run(tx));
            await new Promise((later) => setTimeout(later, 5));
          })
          .catch(fail);
      }),
  };
}
