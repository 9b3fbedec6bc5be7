import { hearing } from '#lib/printer/hearing.ts';
import type { PrinterPort } from '#lib/printer/printer.ts';
import type { UsbIdentity } from './printer-choice.ts';

/** What is used here of WebUSB: the types that come with TypeScript do not know it. */
type Endpoint = { readonly endpointNumber: number; readonly direction: 'in' | 'out'; readonly type: string };
type Interface = {
  readonly interfaceNumber: number;
  readonly alternates: readonly { readonly interfaceClass: number; readonly endpoints: readonly Endpoint[] }[];
};
type Device = {
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber?: string | null;
  readonly configuration: { readonly interfaces: readonly Interface[] } | null;
  open(): Promise<void>;
  close(): Promise<void>;
  selectConfiguration(value: number): Promise<void>;
  claimInterface(number: number): Promise<void>;
  transferOut(endpoint: number, bytes: Uint8Array): Promise<{ readonly status?: string }>;
  transferIn(endpoint: number, length: number): Promise<{ readonly data?: DataView }>;
};
type Usb = {
  requestDevice(options: { readonly filters: readonly { readonly classCode: number }[] }): Promise<Device>;
  getDevices(): Promise<readonly Device[]>;
};

const PRINTERS = 7;
/** What is heard of a printer that has no way to say anything. */
const NEVER = new Promise<never>(() => {});

const usb = (): Usb | undefined => (navigator as unknown as { readonly usb?: Usb }).usb;
export const hasUsb = (): boolean => usb() !== undefined;

/** Lets the person choose one of the printers that are plugged in. @throws where none is chosen. */
export async function askForUsb(): Promise<UsbIdentity> {
  const device = await usb()?.requestDevice({ filters: [{ classCode: PRINTERS }] });
  if (device === undefined) throw new Error('no WebUSB');
  return identityOf(device);
}

const identityOf = ({ vendorId, productId, serialNumber }: Device): UsbIdentity => ({
  vendorId,
  productId,
  ...(serialNumber ? { serialNumber } : {}),
});

/** Talks to the printer that was chosen, and lets go of it: another tab may want it next. @throws where it is not there. */
export async function overUsb<Result>(
  wanted: UsbIdentity | undefined,
  talk: (port: PrinterPort) => Promise<Result>,
): Promise<Result> {
  const known = (await usb()?.getDevices()) ?? [];
  const device = known.find((each) => JSON.stringify(identityOf(each)) === JSON.stringify(wanted));
  if (device === undefined) throw new Error('not plugged in');
  await device.open();
  try {
    return await talk(await portOf(device));
  } finally {
    await device.close();
  }
}

async function portOf(device: Device): Promise<PrinterPort> {
  if (device.configuration === null) await device.selectConfiguration(1);
  const found = device.configuration?.interfaces.find(({ alternates }) => alternates.some(isPrinter));
  const endpoints = found?.alternates.find(isPrinter)?.endpoints ?? [];
  const [out, into] = [
    endpoints.find(({ direction }) => direction === 'out'),
    endpoints.find(({ direction }) => direction === 'in'),
  ];
  if (found === undefined || out === undefined) throw new Error('no printer');
  await device.claimInterface(found.interfaceNumber);
  return {
    async send(bytes) {
      const { status } = await device.transferOut(out.endpointNumber, bytes);
      if (status !== undefined && status !== 'ok') throw new Error(status);
    },
    hear: hearing(async () => (into ? bytesOf((await device.transferIn(into.endpointNumber, 64)).data) : NEVER)),
  };
}

const isPrinter = ({ interfaceClass }: Interface['alternates'][number]): boolean => interfaceClass === PRINTERS;

const bytesOf = (data: DataView | undefined): Uint8Array =>
  data === undefined ? new Uint8Array() : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
