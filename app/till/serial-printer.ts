import { hearing } from '#lib/printer/hearing.ts';
import type { PrinterPort } from '#lib/printer/printer.ts';
import type { SerialIdentity } from './printer-choice.ts';

/** What is used here of Web Serial: the types that come with TypeScript do not know it. */
type Port = {
  readonly readable: ReadableStream<Uint8Array> | null;
  readonly writable: WritableStream<Uint8Array> | null;
  getInfo(): SerialIdentity;
  open(options: { readonly baudRate: number }): Promise<void>;
  close(): Promise<void>;
};
type Serial = { requestPort(): Promise<Port>; getPorts(): Promise<readonly Port[]> };

const serial = (): Serial | undefined => (navigator as unknown as { readonly serial?: Serial }).serial;
export const hasSerial = (): boolean => serial() !== undefined;

/** Lets the person choose one of the serial ports. @throws where none is chosen. */
export async function askForSerial(): Promise<SerialIdentity> {
  const port = await serial()?.requestPort();
  if (port === undefined) throw new Error('no Web Serial');
  return port.getInfo();
}

/** Talks to the printer at the port that was chosen, and lets go of it. @throws where it is not there. */
export async function overSerial<Result>(
  { wanted = {}, baud }: { readonly wanted: SerialIdentity | undefined; readonly baud: number },
  talk: (port: PrinterPort) => Promise<Result>,
): Promise<Result> {
  const known = (await serial()?.getPorts()) ?? [];
  const port = known.find((each) => sameAs(wanted, each.getInfo()));
  if (port === undefined) throw new Error('not plugged in');
  await port.open({ baudRate: baud });
  const [reader, writer] = [port.readable?.getReader(), port.writable?.getWriter()];
  try {
    if (writer === undefined) throw new Error('nothing can be written to it');
    return await talk({ send: (bytes) => writer.write(bytes), hear: hearing(async () => (await reader?.read())?.value) });
  } finally {
    await reader?.cancel().catch(() => {});
    reader?.releaseLock();
    writer?.releaseLock();
    await port.close();
  }
}

const sameAs = (one: SerialIdentity, other: SerialIdentity): boolean =>
  one.usbVendorId === other.usbVendorId && one.usbProductId === other.usbProductId;
