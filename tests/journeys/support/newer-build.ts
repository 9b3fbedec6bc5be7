import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

export type NewerBuild = { readonly origin: string; readonly deploy: () => void; readonly stop: () => Promise<void> };

/** Stands before a market as its own origin. After `deploy` the till's worker is of another build, as it is after an update. */
export async function openNewerBuild(port: number, marketPort: number): Promise<NewerBuild> {
  let isNewer = false;
  const server = createServer((asked, response) => pass(asked, response, marketPort, () => isNewer));
  await new Promise<void>((listening) => server.listen(port, 'localhost', listening));
  return {
    origin: `http://localhost:${port}`,
    deploy() {
      isNewer = true;
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

function pass(asked: IncomingMessage, response: ServerResponse, port: number, isNewer: () => boolean): void {
  const { method, url: path, headers } = asked;
  const there = request({ host: 'localhost', port, method, path, headers }, async (answer) => {
    const isWorker = path === '/till/worker.js' && isNewer();
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    if (!isWorker) return void answer.pipe(response);
    let text = '';
    for await (const part of answer) text += part;
    response.end(text.replace(/"version":"(\w+)"/, '"version":"$1-newer"'));
  });
  there.on('error', () => response.destroy());
  asked.pipe(there);
}
