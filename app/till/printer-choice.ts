import { PAPERS, type PaperMm } from '#lib/printer/bitmap.ts';

/** How this tablet prints. The browser finds a printer again that it was allowed once, by what the printer says it is. */
export type PrinterChoice = {
  readonly by: 'browser' | 'usb' | 'serial' | 'network';
  readonly paperMm: PaperMm;
  /** Prints each receipt once it is paid; else when somebody asks. */
  readonly isAutomatic: boolean;
  readonly baud: number;
  readonly usb?: UsbIdentity;
  readonly serial?: SerialIdentity;
};
export type UsbIdentity = { readonly vendorId: number; readonly productId: number; readonly serialNumber?: string };
export type SerialIdentity = { readonly usbVendorId?: number; readonly usbProductId?: number };

export const BY = ['browser', 'network', 'usb', 'serial'] as const satisfies readonly PrinterChoice['by'][];
export const BAUDS = [9600, 19_200, 38_400, 115_200] as const;

/** Until somebody chooses. */
const BROWSER: PrinterChoice = { by: 'browser', paperMm: 80, isAutomatic: true, baud: 115_200 };
const KEY = 'serai.till.printer';

/** What this tablet was told; it outlives sign-outs and enrolments, as the printer beside it does. */
export function keptChoice(): PrinterChoice {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<PrinterChoice>;
    const choice = { ...BROWSER, ...kept };
    return BY.includes(choice.by) && choice.paperMm in PAPERS ? choice : BROWSER;
  } catch {
    return BROWSER;
  }
}

export function keepChoice(choice: PrinterChoice): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // Without a store the choice lasts as long as the page.
  }
}
