import type { Page } from '@playwright/test';
import { aReceiptPrinter, type ReceiptPrinter } from '#tests/support/receipt-printer.ts';

/**
 * A printer on a tablet's USB port. No device can be plugged into a headless Chromium: what stands behind `navigator.usb` here is a device
 * of our own, a thin one, that hands each byte to the printer outside the page and what it answers back.
 */
export async function plugInPrinter(page: Page): Promise<ReceiptPrinter> {
  const printer = aReceiptPrinter();
  await page.exposeFunction('printerTakes', (bytes: number[]) => [...printer.take(Uint8Array.from(bytes))]);
  await page.addInitScript(putUsbIn);
  await page.reload();
  return printer;
}

/** Runs in the page. Whether a person has allowed the device is kept as the browser keeps it. */
function putUsbIn(): void {
  type Takes = { readonly printerTakes: (bytes: number[]) => Promise<number[]> };
  const said: number[] = [];
  let wake: (() => void) | undefined;
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
      said.push(...(await (window as unknown as Takes).printerTakes([...bytes])));
      wake?.();
      return { status: 'ok' };
    },
    async transferIn() {
      while (said.length === 0)
        await new Promise<void>((more) => {
          wake = more;
        });
      return { data: new DataView(Uint8Array.from(said.splice(0)).buffer) };
    },
  };
  const usb = {
    async requestDevice() {
      localStorage.setItem('usb allowed', 'yes');
      return device;
    },
    getDevices: async () => (localStorage.getItem('usb allowed') === 'yes' ? [device] : []),
  };
  Object.defineProperty(navigator, 'usb', { value: usb });
}
