import { DEMO } from '#db/seed/demo.ts';
import { addDevice } from '#lib/operations/enrol-device.ts';
import { MACHINE } from '#lib/staff/actor.ts';
import type { TillSessionView } from '#lib/till/till-session.ts';
import { enrolledAs } from './a-dark-till.ts';
import type { TillSeen } from './a-manned-drawer.ts';
import { id, type Market, type Replied } from './a-market.ts';
import { body } from './a-visit.ts';

/** The market's own desk with a screen: an officer at it, another beside it, and its drawer open. */
export async function aMarketDesk(market: Market, float: readonly object[] = []) {
  const device = id();
  await addDevice(market.serai.contextOf(MACHINE), { id: device, role: 'desk', name: 'Central desk' });
  const browser = await enrolledAs(market, device);
  const see = async () => body<TillSeen>(await browser.call('GET', '/api/v1/till'), 200);
  const tell = (path: string, sent: object): Promise<Replied> => browser.call('POST', `/api/v1/${path}`, { id: id(), ...sent });
  const { operators } = body<{ operators: readonly { id: string }[] }>(await browser.call('GET', '/api/v1/till'), 200);
  const [officer, other] = operators.map((each) => ({ person: each.id, pin: DEMO.officerPin }));
  if (officer === undefined || other === undefined) throw new Error('two officers stand at a desk');
  body(await tell('operator-sessions', { operator: officer.person, pin: officer.pin }), 201);
  const opened = body<{ session: TillSessionView }>(await tell('till-sessions', { float }), 201);
  return { device, officer, other, see, tell, at: `till-sessions/${opened.session.id}` };
}
