import { readFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { Busy } from '#db/engine/engine.ts';
import { problem } from './api/problem.ts';
import { cameraDoor } from './camera-door.ts';
import { faultText } from './fault-text.ts';
import { machineDoor } from './machine-door.ts';
import { busy } from './readiness.ts';
import type { Serai } from './serai.ts';
import type { Settings } from './settings.ts';
import { shellDoor } from './shell-door.ts';

/** A connection that nobody uses stays open for longer than tills and proxies keep one, so that it is not they who find it just closed. */
const IDLE_MS = 75_000;

type Page = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** The machine door first, then the till's worker and what reads codes by camera, pages behind them. What breaks, or does not even read as HTTP, is answered by a problem document too. */
export function httpServer(serai: Serai, page: Page): Server {
  const machine = machineDoor(serai);
  const shell = shellDoor();
  const camera = cameraDoor();
  const server = serverFor(serai.settings, async (request, response) => {
    try {
      if (await machine(request, response)) return;
      if (!shell(request, response) && !camera(request, response)) await page(request, response);
    } catch (fault) {
      if (!(fault instanceof Busy)) serai.log.error({ fault: faultText(fault) }, 'request broke');
      const { status, body, headers } = fault instanceof Busy ? busy(fault) : problem(500);
      if (!response.headersSent) response.writeHead(status, headers);
      response.end(JSON.stringify(body));
    }
  });
  server.keepAliveTimeout = IDLE_MS;
  server.on('clientError', answerUnread);
  return server;
}

/** Over TLS where the market has a certificate: tablets keep the installed till, the camera and printers for that. @throws if it does not read. */
function serverFor({ SERAI_TLS_CERT: cert, SERAI_TLS_KEY: key }: Settings, listener: RequestListener): Server {
  if (cert === undefined || key === undefined) return createServer(listener);
  return createSecureServer({ cert: readFileSync(cert), key: readFileSync(key), minVersion: 'TLSv1.2' }, listener);
}

const STATUS_OF: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** Node parses the request line and headers itself, and would close the connection with an empty answer. */
function answerUnread(fault: NodeJS.ErrnoException, socket: Duplex): void {
  if (fault.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, body, headers } = problem(STATUS_OF[fault.code ?? ''] ?? 400);
  const text = JSON.stringify(body);
  const head = Object.entries({ ...headers, 'content-length': Buffer.byteLength(text), connection: 'close' });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${text}`,
  );
}
