import { describe, expect, test } from 'vitest';
import { ageClassOf, type Guardian, lastDayOfStay, type ProposedPass, refusalsToIssue } from '#lib/pass/rules.ts';

const DAY = '2026-11-22';
const MOTHER: Guardian = {
  pass: { state: 'in-force', visit: 'v', enteredAt: 'e', overstayed: false },
  side: 'KZ',
  age: 34,
  isTraveller: false,
};

const aPass = ({ document, law, ...rest }: Change = {}): ProposedPass => ({
  document: {
    type: 'passport',
    issuer: 'KAZ',
    number: 'N12345678',
    nationality: 'KAZ',
    surname: 'ABISHEVA',
    givenNames: 'AIGERIM',
    birthDate: '1992-05-01',
    sex: 'F',
    expiresOn: '2031-01-01',
    personalNumber: null,
    ...document,
  },
  side: 'KZ',
  day: DAY,
  law: {
    minorUnder: 16,
    stayDays: 30,
    documents: [{ type: 'passport' }, { type: 'identity-card', nationalities: ['KAZ', 'DEU'] }],
    admitted: 'all',
    ...law,
  },
  guardian: null,
  openVisit: null,
  ...rest,
});

type Change = Partial<Omit<ProposedPass, 'document' | 'law'>> & {
  document?: Partial<ProposedPass['document']>;
  law?: Partial<ProposedPass['law']>;
};

const reasons = (change: Change) => refusalsToIssue(aPass(change)).map(({ reason }) => reason);
const CHILD = { birthDate: '2017-03-08' };

describe('a pass', () => {
  test('is issued to an adult with a passport', () => expect(reasons({})).toEqual([]));

  test.each([
    ['2026-11-22', []],
    ['2026-11-21', ['document-expired']],
  ])('with a document good until %s', (expiresOn, expected) => expect(reasons({ document: { expiresOn } })).toEqual(expected));

  test('tells which documents would be accepted instead', () => {
    expect(refusalsToIssue(aPass({ document: { type: 'identity-card', nationality: 'RUS' } }))).toEqual([
      { reason: 'document-not-accepted', facts: { type: 'identity-card', nationality: 'RUS', side: 'KZ', accepted: 'passport' } },
    ]);
    expect(reasons({ document: { type: 'identity-card' } })).toEqual([]);
    expect(reasons({ document: { type: 'identity-card', nationality: 'D' } })).toEqual([]);
  });

  test('is for admitted nationalities', () => {
    expect(reasons({ law: { admitted: ['CHN', 'KAZ'] } })).toEqual([]);
    expect(reasons({ law: { admitted: ['CHN'] } })).toEqual(['nationality-not-admitted']);
  });

  test.each([
    ['2010-11-23', ['guardian-required']],
    ['2010-11-22', []],
  ])('born %s, under or of sixteen', (birthDate, expected) => expect(reasons({ document: { birthDate } })).toEqual(expected));

  test.each<[string, Partial<Guardian>, string[]]>([
    ['inside', {}, []],
    ['with a pass and not yet inside', { pass: { state: 'issued', validFrom: 'f', validUntil: 'u' } }, []],
    ['gone', { pass: { state: 'spent', spentAt: 's' } }, ['guardian-pass-not-in-force']],
    ['a child too', { age: 15 }, ['guardian-is-minor']],
    ['the child itself', { isTraveller: true }, ['guardian-is-self']],
    ['coming by the other side', { side: 'CN' }, ['guardian-enters-elsewhere']],
  ])('of a child whose guardian is %s', (_, change, expected) => {
    expect(reasons({ document: CHILD, guardian: { ...MOTHER, ...change } })).toEqual(expected);
  });

  test('of an adult asks nothing of a guardian', () => {
    expect(reasons({ guardian: { ...MOTHER, pass: { state: 'spent', spentAt: 's' } } })).toEqual([]);
  });

  test('is not issued to who is inside, nor to who is not born', () => {
    expect(reasons({ openVisit: { id: 'v1', side: 'CN', enteredAt: 'e' } })).toEqual(['visit-open']);
    expect(reasons({ document: { birthDate: '2026-11-23' }, guardian: MOTHER })).toEqual(['birth-date-in-future']);
  });

  test('gives every reason at once', () => {
    expect(reasons({ document: { ...CHILD, expiresOn: '2020-01-01' } })).toEqual(['document-expired', 'guardian-required']);
  });

  test('lets a stay last its days, the first counted, or as long as the document', () => {
    expect(lastDayOfStay(aPass())).toBe('2026-12-21');
    expect(lastDayOfStay(aPass({ document: { expiresOn: '2026-11-30' } }))).toBe('2026-11-30');
  });
});

test.each([
  [15, 'child'],
  [16, 'minor'],
  [17, 'minor'],
  [18, 'adult'],
])('at %i one is %s', (age, ageClass) => expect(ageClassOf(age, { minorUnder: 16, adultFrom: 18 })).toBe(ageClass));
