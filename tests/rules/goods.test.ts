import { describe, expect, test } from 'vitest';
import { seedProducts } from '#db/seed/goods/products.ts';
import { seedStalls } from '#db/seed/goods/stalls.ts';
import { seedTravellers } from '#db/seed/goods/travellers.ts';
import { ageOn } from '#lib/calendar/day.ts';
import { isInStoreGtin } from '#lib/catalogue/gtin.ts';
import { documentFromMrz } from '#lib/traveller/document-from-mrz.ts';
import { readMrz } from '#lib/traveller/mrz.ts';
import { identifyingNumberOf } from '#lib/traveller/personal-number.ts';

const CATEGORIES =
  'silk wool cashmere clothing shoes bags honey dried-fruit nuts tea chocolate sweets food-other spirits wine beer cigarettes cigars tobacco-loose heated-tobacco cosmetics perfume phones tablets computers small-appliances auto-parts solar toys jewellery watches handicraft books tools household'.split(
    ' ',
  );
const stalls = seedStalls();
const products = seedProducts();
const SCRIPTS = {
  en: /^[\x20-\x7e×]+$/,
  zh: /\p{Script=Han}/u,
  ru: /\p{Script=Cyrillic}/u,
  kk: /\p{Script=Cyrillic}/u,
  ur: /\p{Script=Arabic}/u,
};

describe('the seed market', () => {
  test('has thirty stalls on each side, each with its code and 25 goods', () => {
    expect(stalls.filter(({ side }) => side === 'CN')).toHaveLength(30);
    expect(stalls.filter(({ side }) => side === 'KZ')).toHaveLength(30);
    expect(new Set(stalls.map(({ code }) => code)).size).toBe(60);
    expect(new Set(stalls.map(({ name }) => name)).size).toBe(60);
    for (const { code } of stalls) expect(products.filter(({ stall }) => stall === code).length, code).toBe(25);
  });

  test('gives each vendor one name, country and tax number', () => {
    const vendors = new Map(stalls.map(({ vendor }) => [vendor.key, vendor]));
    for (const { vendor } of stalls) expect(vendor).toEqual(vendors.get(vendor.key));
    expect(new Set([...vendors.values()].map(({ taxId }) => taxId)).size).toBe(vendors.size);
  });

  test('sells something of every category, and nothing of another', () => {
    expect([...new Set(products.map(({ category }) => category))].sort()).toEqual([...CATEGORIES].sort());
  });

  test('numbers its goods in the in-store range, each once', () => {
    expect(products.filter(({ gtin }) => !isInStoreGtin(gtin))).toEqual([]);
    expect(new Set(products.map(({ gtin }) => gtin)).size).toBe(products.length);
    expect(new Set(products.map(({ key }) => key)).size).toBe(products.length);
  });

  test.each(['en', 'zh', 'ru', 'kk', 'ur'] as const)('names goods in %s, in its own script, once in a stall', (language) => {
    for (const { names } of products) expect(names[language]).toMatch(SCRIPTS[language]);
    expect(new Set(products.map(({ stall, names }) => `${stall} ${names[language]}`)).size).toBe(products.length);
  });

  test('has whole measures that agree with each other', () => {
    for (const product of products) {
      const { priceMinor, netWeightG, packedWeightG, volumeMl, pieces, onHand } = product;
      for (const measure of [priceMinor, netWeightG, packedWeightG, volumeMl, pieces, onHand])
        expect(Number.isSafeInteger(measure)).toBe(true);
      expect(priceMinor).toBeGreaterThan(0);
      expect(netWeightG).toBeGreaterThan(0);
      expect(packedWeightG).toBeGreaterThan(netWeightG);
      expect(product.hs.digits).toMatch(/^\d{6}$/);
      const drink = ['spirits', 'wine', 'beer'].includes(product.category);
      expect(product.strengthPermille > 0).toBe(drink);
      if (drink) expect(volumeMl).toBeGreaterThan(0);
      if (product.unit === 'kg') expect(netWeightG).toBe(1000);
    }
    expect(products.some(({ unit }) => unit === 'kg')).toBe(true);
    expect(products.some(({ category, pieces }) => category === 'cigarettes' && pieces === 200)).toBe(true);
  });

  test('is the same every time', () => expect(seedProducts()).toEqual(products));
});

describe.each(['2026-11-22', '2028-02-29', '2027-01-01'])('the seed travellers on %s', (today) => {
  const travellers = seedTravellers(today);

  test('have documents whose machine readable zone says the same', () => {
    for (const { mrz, document } of travellers) expect(documentFromMrz(readMrz(mrz, today))).toEqual(document);
  });

  test('bring a child of nine with its mother, a family with two children and an expired passport', () => {
    const ageOf = (key: string) => ageOn(travellers.find((each) => each.key === key)!.document.birthDate, today);
    expect([ageOf('temir'), ageOf('aigerim')]).toEqual([9, 34]);
    expect(travellers.filter(({ guardian }) => guardian === 'nadia')).toHaveLength(2);
    expect(travellers.filter(({ documentExpired }) => documentExpired).map(({ key }) => key)).toEqual(['expired']);
    expect(identifyingNumberOf(travellers.find(({ key }) => key === 'aigerim')!.document)).toMatch(/^\d{12}$/);
  });
});
