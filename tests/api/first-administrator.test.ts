import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findPerson } from '#db/stores/staff.ts';
import { anUnseededMarket, id, type Market } from '../support/a-market.ts';
import { body, reasonsOf } from '../support/a-visit.ts';

let market: Market;
let start: () => Promise<string>;
beforeEach(async () => {
  ({ market, start } = await anUnseededMarket());
});
afterEach(() => market.close());

const tokenIn = (printed: string): string => /\/sign-in\/first#([\w-]+)/.exec(printed)?.[1] ?? '';
const aPerson = (token: string, more: object = {}) => ({
  id: id(),
  token,
  name: 'Gulnara A.',
  login: 'gulnara',
  password: 'three warm carpets',
  ...more,
});
const become = (person: object) => market.ask(null, 'POST', '/api/v1/first-administrator', person);

describe('The link of the first administrator', () => {
  test('makes one, with the name and password that they chose, and is then over', async () => {
    const token = tokenIn(await start());
    const person = aPerson(token);
    body(await become(person), 201);
    const kept = await market.serai.engine.read((tx) => findPerson(tx, { login: 'gulnara' }));
    expect(kept).toMatchObject({ role: 'administrator', name: 'Gulnara A.' });
    expect(kept?.passwordHash).toMatch(/^\$argon2id\$/);
    expect(await market.serai.contextOf({} as never).verifySecret(kept?.passwordHash ?? null, person.password)).toBe(true);
    expect(reasonsOf(await become(aPerson(token, { login: 'another' })))).toEqual(['first-link-over']);
    expect(await start()).not.toContain('/sign-in/first');
  });

  test('answers a lost reply again, and makes nobody twice', async () => {
    const person = aPerson(tokenIn(await start()));
    const [first, again] = [await become(person), await become(person)];
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
  });

  test('two who open it at once: one becomes it', async () => {
    const token = tokenIn(await start());
    const replies = await Promise.all([become(aPerson(token)), become(aPerson(token, { login: 'second' }))]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  test('is over when the process starts again, which prints another', async () => {
    const first = tokenIn(await start());
    const second = tokenIn(await start());
    expect(second).not.toBe(first);
    expect(reasonsOf(await become(aPerson(first)))).toEqual(['first-link-over']);
    body(await become(aPerson(second)), 201);
  });

  test('takes no short password and no odd name, and stays good', async () => {
    const token = tokenIn(await start());
    expect((await become(aPerson(token, { password: 'nine sign' }))).status).toBe(400);
    expect((await become(aPerson(token, { login: 'Gulnara' }))).status).toBe(400);
    body(await become(aPerson(token, { password: 'ten signs!' })), 201);
  });

  test('is not guessed', async () => {
    await start();
    expect(reasonsOf(await become(aPerson('a'.repeat(43))))).toEqual(['first-link-over']);
  });
});
