import { giveEnrolmentCode } from '#lib/operations/enrol-browser.ts';
import { addDevice } from '#lib/operations/enrol-device.ts';
import { encodeSale, type Json, signedTextOf } from '#lib/sale/sale-text.ts';
import { MACHINE } from '#lib/staff/actor.ts';
import { type ABrowser, aBrowser } from './a-browser.ts';
import { id, type Market } from './a-market.ts';
import { body } from './a-visit.ts';

export type DarkTill = { readonly device: string; readonly browser: ABrowser };

/** A till of a stall in a browser of its own, which can sign what it sells without a network. */
export async function aDarkTill(market: Market, stall: string): Promise<DarkTill> {
  const device = id();
  await addDevice(market.serai.contextOf(MACHINE), { id: device, role: 'till', name: `Dark till of ${stall}`, stall });
  return { device, browser: await enrolledAs(market, device) };
}

/** Another browser that is the same till from now on. */
export async function enrolledAs(market: Market, device: string): Promise<ABrowser> {
  const browser = await aBrowser(market, 'till');
  body(await browser.enrol((await giveEnrolmentCode(market.serai.contextOf(MACHINE), device)).code), 201);
  return browser;
}

/** The code on the receipt of a sale: of this till, as this browser signs it. */
export const receiptOf = async (sale: object, { device, browser }: DarkTill): Promise<string> =>
  encodeSale(device, sale as Json, await browser.sign(signedTextOf(sale as Json)));
