import { DEMO } from '#db/seed/demo.ts';
import type { TillSessionView } from '#lib/till/till-session.ts';
import { aDarkTill } from './a-dark-till.ts';
import { id, type Market, type Replied } from './a-market.ts';
import { body } from './a-visit.ts';

export const CNY = (amount: string) => ({ amount, currency: 'CNY' });
export const cash = (amount: string, currency = 'CNY') => ({ kind: 'cash', amount: { amount, currency } });

type Staff = { readonly id: string; readonly name: string; readonly role: string };
export type TillSeen = {
  readonly operator: Staff | null;
  readonly session: TillSessionView | null;
  readonly lastClosed: string | null;
  readonly stall: { readonly id: string };
};

/** A till with a screen, the demo's cashier at it and its drawer open, in a browser of its own. */
export async function aMannedDrawer(market: Market, stall: string, float: readonly object[] = []) {
  const { device, browser } = await aDarkTill(market, stall);
  const see = async () => body<TillSeen>(await browser.call('GET', '/api/v1/till'), 200);
  const tell = (path: string, sent: object): Promise<Replied> => browser.call('POST', `/api/v1/${path}`, { id: id(), ...sent });
  const view = body<{ operators: readonly Staff[]; marketStaff: readonly Staff[] }>(
    await browser.call('GET', '/api/v1/till'),
    200,
  );
  const signer = (people: readonly Staff[], role: string | undefined, pin: string) => ({
    person: people.find((each) => each.role === role)?.id ?? '',
    pin,
  });
  const cashier = signer(view.operators, 'cashier', DEMO.cashierPin);
  const owner = signer(view.operators, 'owner', DEMO.owner.pin);
  const officer = signer(view.marketStaff, undefined, DEMO.officerPin);
  body(await tell('operator-sessions', { operator: cashier.person, pin: cashier.pin }), 201);
  const opened = body<{ session: TillSessionView }>(await tell('till-sessions', { float }), 201);
  const at = `till-sessions/${opened.session.id}`;
  return { device, browser, cashier, owner, officer, see, tell, at, session: opened.session.id };
}

/** One currency of one owner in a report. */
export const lineOf = ({ drawer }: TillSessionView, currency: string, custody = 'stall') =>
  drawer.find((line) => line.currency === currency && line.custody === custody);
