import { id, type Who } from '../a-market.ts';
import { aDay, aDocument, body, inside } from '../a-visit.ts';
import { TEST_NOW } from '../test-now.ts';
import type { Heard } from './heard.ts';

/** A day far enough ahead for both sides, a new one each time: two laws do not begin on one day. */
let days = 0;
const anotherDay = () => {
  days += 1;
  return `2027-03-${String(days).padStart(2, '0')}`;
};

/** Reads the law, drafts another, rehearses it and has it signed by two; each act once well and once so that it is refused. */
export async function askAboutTheLaw(heard: Heard): Promise<void> {
  const first = await heard.signIn('administrator', 'office');
  const second = await heard.signIn('administrator2', 'office');
  const tell = (who: Who, path: string, more: object) => heard.ask(who, 'POST', `/api/v1/law/${path}`, { id: id(), ...more });
  const see = (path: string) => heard.ask(first, 'GET', `/api/v1/law${path}`);
  for (const path of ['', '/drafts', '/motions', '/allowances?side=CN&day=2026-03-03&nationality=PAK&residence=PAK&age=17'])
    body(await see(path), 200);
  const { packs } = body<{ packs: { hash: string }[] }>(await see('/packs'), 200);
  const hash = packs[0]?.hash ?? '';
  body(await see(`/packs/${hash}`), 200);

  const day = await aDay(heard);
  const sold = await day.sell('A-001', await inside(day, 'CN', aDocument()), [[await day.stock('A-001', {}), 1]]);
  const { decisionCode } = body<{ receipt: { decisionCode: string } }>(sold, 201).receipt;
  body(await heard.ask(first, 'GET', `/api/v1/decisions/${decisionCode}`), 200);

  const { draft } = body<{ draft: { id: string } }>(await tell(first, 'drafts', { title: 'Another law' }), 201);
  await tell(first, 'drafts', { title: 'Another law', from: '0'.repeat(64) });
  const read = body<{ draft: { body: { version: number } } }>(await see(`/drafts/${draft.id}`), 200).draft.body;
  body(await see(`/comparisons?from=${hash}&to=${draft.id}`), 200);
  body(await tell(first, `drafts/${draft.id}/versions`, { after: 1, body: read }), 201);
  body(await tell(first, `drafts/${draft.id}/versions`, { after: 1, body: read }), 422);
  // What is recorded at this very instant is not past yet.
  heard.at(new Date(Date.parse(TEST_NOW) + 1000).toISOString());
  const rehearse = (since: string) => tell(first, `drafts/${draft.id}/rehearsals`, { since, lawDay: anotherDay() });
  const { rehearsal } = body<{ rehearsal: { id: string } }>(await rehearse('2026-01-01'), 201);
  body(await rehearse('2027-01-01'), 422);
  body(await see(`/rehearsals/${rehearsal.id}`), 200);

  const lay = (version: number) => tell(first, `drafts/${draft.id}/motions`, { version, effectiveFrom: anotherDay() });
  const { motion } = body<{ motion: { id: string } }>(await lay(2), 201);
  body(await lay(1), 422);
  body(await tell(second, `motions/${motion.id}/signatures`, {}), 201);
  body(await tell(second, `motions/${motion.id}/signatures`, {}), 422);
  body(await see(`/motions/${motion.id}/devices`), 200);
  body(await see(`/motions/${id()}/devices`), 404);
  body(await heard.ask(first, 'GET', `/api/v1/packs/${hash}`), 200);
  body(await tell(second, `motions/${motion.id}/withdrawals`, { reason: 'thought better of it' }), 201);
  body(await tell(second, `motions/${motion.id}/withdrawals`, { reason: 'thought better of it' }), 422);
  const answer = (value: unknown) => tell(first, 'settings/kz-frequency/motions', { value, effectiveFrom: anotherDay() });
  body(await answer(false), 201);
  body(await answer('perhaps'), 422);
}

/** Enters rates by hand and from a file. */
export async function askForRates(heard: Heard): Promise<void> {
  const office = await heard.signIn('administrator', 'office');
  const tell = (path: string, more: object) => heard.ask(office, 'POST', `/api/v1/${path}`, { id: id(), kind: 'till', ...more });
  const rate = (base: string) => ({ date: '2026-11-17', base, quote: 'CNY', rate: '9.1', source: 'the market' });
  body(await tell('rates', { rates: [rate('GBP')] }), 201);
  body(await tell('rates', { rates: [rate('XXX')] }), 422);
  const file = (base: string) => ({ file: `date,base,quote,rate,source\n2026-11-17,${base},CNY,9.1,the market\n` });
  body(await tell('rate-files', file('CHF')), 201);
  body(await tell('rate-files', file('XXX')), 422);
  body(await heard.ask(office, 'GET', '/api/v1/rates?kind=till'), 200);
}
