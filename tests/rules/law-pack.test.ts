import { describe, expect, test } from 'vitest';
import { checkPack } from '#lib/law/check-pack.ts';
import { faults as words } from '#lib/words/en/law-faults.ts';
import { faultText } from '#lib/words/fault-text.ts';
import { khorgos, khorgosJson } from '#tests/support/khorgos.ts';

/** The document as a lawyer may have mistyped it. */
// biome-ignore lint/suspicious/noExplicitAny: faults are made in it on purpose
type Mistyped = any;

function faultsAfter(change: (pack: Mistyped) => void) {
  const pack: Mistyped = structuredClone(khorgosJson);
  change(pack);
  const checked = checkPack(pack);
  return 'faults' in checked ? checked.faults : [];
}

describe('checking a pack', () => {
  test('finds no fault in the law of Khorgos', () => expect(checkPack(khorgosJson)).toEqual({ pack: khorgos }));

  test.each<[string, (pack: Mistyped) => void, string, RegExp]>([
    [
      'a limit that is no number',
      (pack) => (pack.rules[0].measure.limitMinor = '8000'),
      '/rules/0/measure/limitMinor',
      /number|int/,
    ],
    ['a limit below zero', (pack) => (pack.rules[0].measure.limitMinor = -1), '/rules/0/measure/limitMinor', /zero or more/],
    ['a day that does not exist', (pack) => (pack.rules[0].from = '2025-02-29'), '/rules/0/from', /YYYY-MM-DD/],
    ['a missing name in English', (pack) => delete pack.rules[0].names.en, '/rules/0/names/en', /text in quotes/],
    ['a field of no meaning', (pack) => (pack.rules[0].note = 'x'), '/rules/0/note', /remove/],
    ['an unknown measure', (pack) => (pack.rules[0].measure.kind = 'size'), '/rules/0/measure/kind', /^write one of "value", /],
    ['an unknown fate', (pack) => (pack.rules[0].fates[0] = 'eaten'), '/rules/0/fates/0', /consumed-inside/],
    [
      'a measure that is no object',
      (pack) => (pack.rules[0].measure = 'value'),
      '/rules/0/measure',
      /^write an object whose kind/,
    ],
    [
      'a country by two letters',
      (pack) => (pack.rules[0].who = { nationalities: { include: ['KZ'] } }),
      '/rules/0/who/nationalities/include/0',
      /alpha-3/,
    ],
    [
      'a country that does not exist',
      (pack) => (pack.rules[0].who = { residences: { exclude: ['CHI'] } }),
      '/rules/0/who/residences/exclude/0',
      /alpha-3/,
    ],
    ['an unknown side', (pack) => (pack.rules[0].side = 'RU'), '/rules/0/side', /CN, KZ/],
    ['an unknown duty table', (pack) => (pack.rules[0].over.duty = 'none'), '/rules/0/over/duty', /CN-INBOUND/],
    [
      'an unknown category',
      (pack) => (pack.rules[1].goods.include[0].category = 'tabacco'),
      '/rules/1/goods/include/0/category',
      /tabacco/,
    ],
    ['an unknown source', (pack) => (pack.rules[0].sources[1] = 'S999'), '/rules/0/sources/1', /S999/],
    ['a rule without a source', (pack) => (pack.rules[0].sources = []), '/rules/0/sources', /source/],
    [
      'two versions at once',
      (pack) => pack.rules.push({ ...pack.rules[0], from: '2026-01-01' }),
      `/rules/${khorgosJson.rules.length}/from`,
      /overlap/,
    ],
    ['an end before the beginning', (pack) => (pack.rules[0].to = '2001-01-01'), '/rules/0/to', /2012-04-01/],
    ['a circle of categories', (pack) => (pack.categories[0].parent = 'silk'), '/categories/0/parent', /itself/],
    [
      'a category that no duty covers',
      (pack) => (pack.categories[0].dutyGroups = {}),
      '/categories/0/dutyGroups/CN-INBOUND',
      /textiles/,
    ],
    ['a default that is no option', (pack) => (pack.settings[0].default = 'weekly'), '/settings/0/default', /day-total/],
    [
      'somebody kept longer than they can be found',
      (pack) => (pack.retention.documentLookups.days = 399),
      '/retention/documentLookups/days',
      /found again/,
    ],
    ['a retention without a purpose', (pack) => delete pack.retention.holder.purpose, '/retention/holder/purpose', /./],
    [
      'an unknown source of a retention',
      (pack) => (pack.retention.holder.sources = ['S999']),
      '/retention/holder/sources/0',
      /S999/,
    ],
    ['an adult who is a child', (pack) => (pack.entry.adultFrom = 15), '/entry/adultFrom', /16/],
    [
      'a change of a version that is not there',
      (pack) => (pack.settings.find(({ id }: { id: string }) => id === 'kz-weight-basis').changes[0].from = '1999-01-01'),
      `/settings/${khorgosJson.settings.findIndex(({ id }) => id === 'kz-weight-basis')}/changes/0/from`,
      /2024-04-01/,
    ],
    ['an unknown currency', (pack) => (pack.sides[0].currency = 'XXX'), '/sides/0/currency', /CNY/],
    ['a gate on no side', (pack) => (pack.gates[0].side = 'RU'), '/gates/0/side', /CN, KZ/],
    ['offsets out of order', (pack) => pack.sides[1].zone.offsets.reverse(), '/sides/1/zone/offsets/1/from', /after/],
    [
      'a choice of kinds over more than a visit',
      (pack) => (pack.rules[1].period = { kind: 'day' }),
      '/rules/1/period/kind',
      /visit/,
    ],
    [
      'a field that is called otherwise, with what there is',
      (pack) => (pack.rules[0].goods.unitValue = { currency: 'CNY', from: 1 }),
      '/rules/0/goods/unitValue/from',
      /remove it, or write one of currency, of, fromMinor, underMinor/,
    ],
    [
      'goods that are named without saying how',
      (pack) => (pack.rules[1].goods.include = ['tobacco']),
      '/rules/1/goods/include/0',
      /"category"/,
    ],
    [
      'a rate of a part in another currency',
      (pack) => (pack.rules[1].measure.parts[0].duty = 'KZ-ALCOHOL'),
      '/rules/1/measure/parts/0/duty',
      /CNY/,
    ],
    [
      'a limit on what is mixed where one kind is chosen',
      (pack) => (pack.rules[1].measure.mixed = { of: 'weight', limit: 250 }),
      '/rules/1/measure/mixed',
      /each-of/,
    ],
    ['a tax on goods of one model', (pack) => (pack.rules[0].period = { kind: 'model' }), '/rules/0/over/kind', /cargo/],
    [
      'an exception to a group that is not there',
      (pack) => (pack.dutyTables[0].exceptions = [{ goods: {}, group: 'luxury' }]),
      '/dutyTables/0/exceptions/0/group',
      /alcohol-tobacco-luxury/,
    ],
    [
      'a side that a setting changes and is not there',
      (pack) => (pack.settings.find(({ id }: { id: string }) => id === 'kz-rate-date').changes[0].side = 'RU'),
      `/settings/${khorgosJson.settings.findIndex(({ id }) => id === 'kz-rate-date')}/changes/0/side`,
      /CN, KZ/,
    ],
    [
      'what a setting would make wrong, in its own place',
      (pack) =>
        (pack.settings.find(({ id }: { id: string }) => id === 'cn-value-period').changes[0].set = { period: { kind: 'hour' } }),
      `/settings/${khorgosJson.settings.findIndex(({ id }) => id === 'cn-value-period')}/changes/0/set/period/kind`,
      /visit/,
    ],
  ])('points at %s', (_, change, pointer, fault) => {
    const found = faultsAfter(change).find((each) => each.pointer === pointer);
    expect(found, JSON.stringify(faultsAfter(change).slice(0, 3))).toBeDefined();
    expect(found && faultText(words, found)).toMatch(fault);
  });

  test.each([[null], [[]], ['pack'], [{}]])('answers for %j too', (json) => expect('faults' in checkPack(json)).toBe(true));
});

describe('the law of Khorgos', () => {
  test('has the goods that the market sells', () => {
    const ids = khorgos.categories.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['silk', 'cashmere', 'honey', 'spirits', 'heated-tobacco', 'phones', 'solar', 'household']),
    );
  });

  test('asks an open question wherever a figure is not confirmed', () => {
    for (const { question, options, default: byDefault } of khorgos.settings) {
      expect(question.length).toBeGreaterThan(20);
      expect(options).toContain(byDefault);
    }
  });
});
