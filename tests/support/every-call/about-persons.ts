import { aBrowser } from '../a-browser.ts';
import { id, type Who } from '../a-market.ts';
import { aDay, aDocument, body, inside } from '../a-visit.ts';
import type { Heard } from './heard.ts';

const reason = 'compared both documents';

/** Asks whether two travellers are one, and to be forgotten. */
export async function askAboutPersons(heard: Heard): Promise<void> {
  const day = await aDay(heard);
  const [first, second, third] = [1, 2, 3].map(() => aDocument({ surname: 'HEARDTWICE' }));
  await inside(day, 'CN', first);
  const pass = await inside(day, 'CN', second);
  const links = await heard.ask(day.at.CN.gate, 'GET', `/api/v1/links?pass=${pass}`);
  body(await heard.ask(day.at.CN.gate, 'GET', '/api/v1/links'), 404);
  const { rows } = body<{ rows: { id: string }[] }>(links, 200);
  const decide = (outcome: string) =>
    heard.ask(day.at.CN.gate, 'POST', `/api/v1/links/${rows[0]?.id}/decisions`, { id: id(), outcome, reason });
  body(await decide('linked'), 201);
  body(await decide('linked'), 422);

  const office = await heard.signIn('administrator', 'office');
  const erase = (code: string) =>
    heard.ask(office, 'POST', `/api/v1/passes/${code}/erasures`, { id: id(), reason: 'asked for it' });
  const unused = body<{ pass: { code: string } }>(await day.issue('KZ', third), 201).pass.code;
  body(await erase(unused), 201);
  body(await erase(pass), 422);
}

/** Enrols a browser by a code, once well and once by the code that is used up. @returns what somebody could copy out of it. */
export async function askToEnrol(heard: Heard): Promise<Who> {
  const office = await heard.signIn('administrator', 'office');
  const place = { id: id(), role: 'kiosk', name: 'Kiosk to enrol', gate: 'CN-2' };
  const { device } = body<{ device: { id: string } }>(await heard.ask(office, 'POST', '/api/v1/devices', place), 201);
  const coded = await heard.ask(office, 'POST', `/api/v1/devices/${device.id}/enrolment-codes`, {});
  const { code } = body<{ code: string }>(coded, 201);
  const browser = await aBrowser(heard, 'kiosk');
  body(await browser.enrol(code), 201);
  body(await (await aBrowser(heard, 'kiosk')).enrol(code), 422);
  return { cookie: browser.cookies(), origin: heard.serai.settings.origins[0] ?? '', 'x-serai-door': 'kiosk' };
}
