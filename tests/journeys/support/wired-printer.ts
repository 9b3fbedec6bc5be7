import type { Page } from '@playwright/test';
import { aReceiptPrinter, type ReceiptPrinter } from '#tests/support/receipt-printer.ts';

/**
 * A printer on a tablet's USB or serial port. Nothing can be plugged into a headless Chromium: what stands behind `navigator.usb` and
 * `navigator.serial` here is a device of our own, a thin one, that hands each byte to the printer outside the page, and back what that
 * answers.
 */
export async function plugInPrinter(page: Page, dots = 576): Promise<ReceiptPrinter> {
  const printer = aReceiptPrinter(dots);
  await page.exposeFunction('printerTakes', (bytes: number[]) => [...printer.take(Uint8Array.from(bytes))]);
  await page.addInitScript(putIn);
  await page.reload();
  return printer;
}

/** Runs in the page. Whether a person has allowed a device is remembered over a reload, as the browser does. */
function putIn(): void {
  const takes = async (bytes: Uint8Array): Promise<Uint8Array> =>
    Uint8Array.from(
      await (window as unknown as { printerTakes: (sent: number[]) => Promise<number[]> }).printerTakes([...bytes]),
    );
  const said: Uint8Array[] = [];
  let wake: (() => void) | undefined;
  const say = (bytes: Uint8Array): void => {
    said.push(bytes);
    wake?.();
  };
  const next = async (): Promise<Uint8Array> => {
    while (said.length === 0)
      await new Promise<void>((more) => {
        wake = more;
      });
    return said.shift() as Uint8Array;
  };
  const allowed = (wire: string) => localStorage.getItem(wire) === 'allowed';
  const asked = (wire: string) => localStorage.setItem(wire, 'allowed');

  const endpoints = [
    { endpointNumber: 1, direction: 'out', type: 'bulk' },
    { endpointNumber: 2, direction: 'in', type: 'bulk' },
  ];
  const device = {
    vendorId: 0x04b8,
    productId: 0x0202,
    serialNumber: 'T17',
    configuration: null as object | null,
    open: async () => undefined,
    close: async () => undefined,
    claimInterface: async () => undefined,
    async selectConfiguration() {
      device.configuration = { interfaces: [{ interfaceNumber: 0, alternates: [{ interfaceClass: 7, endpoints }] }] };
    },
    async transferOut(_: number, bytes: Uint8Array) {
      say(await takes(bytes));
      return { status: 'ok' };
    },
    transferIn: async () => ({ data: new DataView((await next()).buffer) }),
  };
  const usb = {
    async requestDevice() {
      asked('usb');
      return device;
    },
    getDevices: async () => (allowed('usb') ? [device] : []),
  };

  const port = {
    readable: null as ReadableStream<Uint8Array> | null,
    writable: null as WritableStream<Uint8Array> | null,
    getInfo: () => ({ usbVendorId: 0x067b, usbProductId: 0x2303 }),
    async open({ baudRate }: { baudRate: number }) {
      if (port.readable !== null) throw new Error('open already');
      localStorage.setItem('baud', String(baudRate));
      port.readable = new ReadableStream({ pull: async (stream) => stream.enqueue(await next()) }, { highWaterMark: 0 });
      port.writable = new WritableStream({ write: async (bytes) => say(await takes(bytes)) });
    },
    async close() {
      port.readable = null;
      port.writable = null;
    },
  };
  const serial = {
    async requestPort() {
      asked('serial');
      return port;
    },
    getPorts: async () => (allowed('serial') ? [port] : []),
  };
  Object.defineProperty(navigator, 'usb', { value: usb });
  Object.defineProperty(navigator, 'serial', { value: serial });
}
