import { connect, type Socket } from 'node:net';
import { hearing } from '#lib/printer/hearing.ts';
import type { PrinterPort } from '#lib/printer/printer.ts';
import { addressText, type PrinterAddress } from '#lib/printer/printer-address.ts';

/** A printer of the same network says yes at once. */
const CONNECT_MS = 2000;
const CLOSE_MS = 500;
/** Nobody waits longer than this for another till's receipt. */
const TURN_MS = 12_000;

const turns = new Map<string, Promise<unknown>>();

/**
 * Talks to a printer that takes raw bytes over TCP, one conversation at a time: two tills may share it. @returns undefined where it cannot
 * be reached, or others take too long.
 */
export async function overNetwork<Result>(
  address: PrinterAddress,
  talk: (port: PrinterPort) => Promise<Result>,
): Promise<Result | undefined> {
  const name = addressText(address);
  const before = turns.get(name) ?? Promise.resolve();
  let done = () => {};
  const mine = new Promise<void>((finished) => {
    done = finished;
  });
  const turn = before.then(() => mine);
  turns.set(name, turn);
  try {
    if ((await Promise.race([before.then(() => 'mine' as const), late(TURN_MS)])) !== 'mine') return undefined;
    const socket = await connected(address);
    return socket && (await talk(portOf(socket)).finally(() => closed(socket)));
  } finally {
    done();
    if (turns.get(name) === turn) turns.delete(name);
  }
}

const late = (ms: number): Promise<'late'> => new Promise((over) => setTimeout(over, ms, 'late').unref());

function connected({ host, port }: PrinterAddress): Promise<Socket | undefined> {
  return new Promise((settled) => {
    const socket = connect({ host, port });
    const fail = () => {
      socket.destroy();
      settled(undefined);
    };
    socket.setTimeout(CONNECT_MS, fail);
    // For as long as it lives: a printer that is switched off must not take the server with it.
    socket.on('error', fail);
    socket.once('connect', () => {
      socket.setTimeout(0);
      settled(socket);
    });
  });
}

/** Many printers take one caller at a time: the next is let in once this one is gone on both ends. */
async function closed(socket: Socket): Promise<void> {
  const gone = new Promise<void>((over) => socket.once('close', () => over()));
  if (socket.closed) return;
  socket.end();
  await Promise.race([gone, late(CLOSE_MS)]);
  socket.destroy();
}

function portOf(socket: Socket): PrinterPort {
  const pieces = socket[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  return {
    send: (bytes) =>
      new Promise((sent, broke) => {
        socket.write(bytes, (fault) => (fault ? broke(fault) : sent()));
      }),
    hear: hearing(async () => {
      const next = await pieces.next();
      return next.done ? undefined : next.value;
    }),
  };
}
