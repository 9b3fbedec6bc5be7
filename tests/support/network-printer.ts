import { createServer, type Socket } from 'node:net';
import { aReceiptPrinter, type ReceiptPrinter } from './receipt-printer.ts';

export type NetworkPrinter = ReceiptPrinter & {
  /** Where it listens, as the office enters it. */
  readonly address: string;
  /** How many came to it at once, at most. */
  readonly mostAtOnce: () => number;
  /** Switched off: whoever talks to it is cut off. */
  readonly close: () => Promise<void>;
};

/** A receipt printer on the network: a TCP server on one of the ports where such printers listen. @throws if all of them are taken. */
export async function aNetworkPrinter(dots = 576): Promise<NetworkPrinter> {
  const printer = aReceiptPrinter(dots);
  const talking = new Set<Socket>();
  let most = 0;
  const server = createServer((socket) => {
    talking.add(socket);
    most = Math.max(most, talking.size);
    socket.on('data', (bytes) => socket.write(printer.take(bytes)));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => talking.delete(socket));
  });
  const port = await new Promise<number>((listening, none) => {
    let next = 9100;
    server.on('error', () =>
      next > 9109 ? none(new Error('no port of a printer is free')) : server.listen(next++, '127.0.0.1'),
    );
    server.on('listening', () => listening((server.address() as { port: number }).port));
    server.listen(next++, '127.0.0.1');
  });
  return Object.defineProperties(
    {
      address: `127.0.0.1:${port}`,
      mostAtOnce: () => most,
      close: () =>
        new Promise<void>((closed) => {
          server.close(() => closed());
          for (const socket of talking) socket.destroy();
        }),
    },
    Object.getOwnPropertyDescriptors(printer),
  ) as NetworkPrinter;
}
