import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentFromMrz } from '#lib/traveller/document-from-mrz.ts';
import { readMrz } from '#lib/traveller/mrz.ts';
import { initialsOf } from '#lib/traveller/names.ts';
import { identifyingNumberOf, isIin, isResidentNumber } from '#lib/traveller/personal-number.ts';
import { documentKeyOf, documentNumberOf, documentOf } from '#lib/traveller/travel-document.ts';
import { writeMrz } from '#lib/traveller/write-mrz.ts';

const TODAY = '2026-11-22';

// The specimens printed in ICAO Doc 9303 parts 4, 5 and 6; the long TD1 number is the example of part 5, 4.2.2.
const TD3 = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';
const TD1 = 'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<';
const TD2 = 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6';
const TD1_LONG = 'I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<<<<<<<<<<<<<<';

const change = (text: string, at: number, to: string) => text.slice(0, at) + to + text.slice(at + 1);

describe('a machine readable zone', () => {
  test.each([
    ['TD3', TD3, 'L898902C3', 'passport'],
    ['TD1', TD1, 'D23145890', 'identity-card'],
    ['TD2', TD2, 'D23145890', 'identity-card'],
  ])('is read in the specimen of %s', (format, text, number, type) => {
    const reading = readMrz(text, TODAY);
    expect(reading.faults).toEqual([]);
    expect(reading.format).toBe(format);
    expect(reading.fields).toMatchObject({
      type,
      issuer: 'UTO',
      number,
      nationality: 'UTO',
      surname: 'ERIKSSON',
      givenNames: 'ANNA MARIA',
      birthDate: '1974-08-12',
      sex: 'F',
      expiresOn: '2012-04-15',
    });
  });

  test('holds a long number of TD1 that runs on into the optional data', () => {
    expect(readMrz(TD1_LONG, '2000-01-01').fields).toMatchObject({ number: 'D23145890734', birthDate: '1934-07-12' });
  });

  test.each([
    ['one run', TD3.replace('\n', '')],
    ['lower case', TD3.toLowerCase()],
    ['spaces and carriage returns', `  ${TD3.replace('\n', ' \r\n\r\n').replace('<<', ' < < ')} \u0003`],
    ['full-width letters', TD3.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
    ['fillers of the name lost', TD3.replace(/<+\n/, '\n')],
  ])('is read from %s', (_, text) => {
    expect(readMrz(text, TODAY)).toMatchObject({
      format: 'TD3',
      faults: [],
      fields: { number: 'L898902C3', surname: 'ERIKSSON' },
    });
  });

  test('keeps every sound field when another is bad, and names that one', () => {
    const reading = readMrz(change(TD3, 45 + 14, '5'), TODAY);
    expect(reading.faults).toEqual([{ field: 'birthDate', reason: 'check-digit' }]);
    expect(reading.fields).toMatchObject({
      number: 'L898902C3',
      expiresOn: '2012-04-15',
      personalNumber: 'ZE184226B',
      surname: 'ERIKSSON',
    });
    expect(reading.fields.birthDate).toBeUndefined();
  });

  test('names the composite digit when it alone does not hold', () => {
    expect(readMrz(change(TD3, TD3.length - 1, '7'), TODAY).faults).toEqual([{ field: 'composite', reason: 'check-digit' }]);
  });

  test('keeps what a shortened line still proves', () => {
    const reading = readMrz(TD3.slice(0, -1), TODAY);
    expect(reading.faults).toEqual([{ field: 'line2', reason: 'wrong-length' }]);
    expect(reading.fields).toMatchObject({ number: 'L898902C3', birthDate: '1974-08-12' });
  });

  test('corrects a letter O in a date when the check digit proves the zero, and says so', () => {
    const reading = readMrz(TD3.replace('7408122', '74O8122'), TODAY);
    expect(reading.faults).toEqual([]);
    expect(reading.fields.birthDate).toBe('1974-08-12');
    expect(reading.corrections).toEqual([{ field: 'birthDate', read: '74O8122', corrected: '7408122' }]);
  });

  test('reports a letter O that the check digit does not prove', () => {
    const reading = readMrz(TD3.replace('7408122', '74O8123'), TODAY);
    expect(reading.faults).toEqual([{ field: 'birthDate', reason: 'bad-character' }]);
    expect(reading.corrections).toEqual([]);
  });

  test('never swaps O and 0 in a document number, where both may stand', () => {
    expect(readMrz(TD3.replace('L898902C3', 'L8989O2C3'), TODAY).faults).toEqual([{ field: 'number', reason: 'check-digit' }]);
  });

  test('tells a day that is not in the calendar from a bad check digit', () => {
    const text = writeMrz('TD3', { ...ANNA, birthDate: '1974-02-30' });
    expect(readMrz(text, TODAY).faults).toEqual([{ field: 'birthDate', reason: 'not-a-date' }]);
  });

  test.each(['UTO', 'D', 'XXA', 'XXB', 'XXC', 'XXX', 'RKS', 'EUE', 'GBD', 'KAZ', 'CHN', 'PAK', 'UNO'])(
    'accepts the state %s',
    (state) => {
      const reading = readMrz(writeMrz('TD3', { ...ANNA, issuer: state, nationality: state }), TODAY);
      expect(reading).toMatchObject({ faults: [], fields: { issuer: state, nationality: state } });
    },
  );

  test.each(['QQQ', 'ZZZ'])('does not accept the state %s', (state) => {
    const reading = readMrz(writeMrz('TD3', { ...ANNA, nationality: state }), TODAY);
    expect(reading.faults).toEqual([{ field: 'nationality', reason: 'unknown-state' }]);
  });

  test.each([
    ['1926-11-23', '1926-11-23'],
    ['2026-11-22', '2026-11-22'],
    ['2000-02-29', '2000-02-29'],
  ])('reads a birth of %s in the past', (born, read) => {
    expect(readMrz(writeMrz('TD2', { ...ANNA, birthDate: born }), TODAY).fields.birthDate).toBe(read);
  });

  test.each(['2006-11-22', '2076-11-22'])('reads an expiry of %s within its window', (day) => {
    expect(readMrz(writeMrz('TD1', { ...ANNA, expiresOn: day }), TODAY).fields.expiresOn).toBe(day);
  });

  test('gives the IIN of a Kazakh passport and identity card', () => {
    const kazakh = { ...ANNA, issuer: 'KAZ', nationality: 'KAZ', personalNumber: '740812950129' };
    for (const format of ['TD3', 'TD1'] as const) {
      expect(readMrz(writeMrz(format, kazakh), TODAY)).toMatchObject({ faults: [], fields: { personalNumber: '740812950129' } });
    }
  });

  test('becomes a travel document, or one refusal for each fault', () => {
    expect(documentFromMrz(readMrz(TD3, TODAY))).toMatchObject({ type: 'passport', number: 'L898902C3' });
    expect(documentFromMrz(readMrz(TD3.replace('7408122', '7408123'), TODAY))).toEqual({
      refusals: [{ reason: 'mrz-unreadable', facts: { field: 'birthDate', problem: 'check-digit' } }],
    });
  });

  test('any text gets an answer', () => {
    fc.assert(fc.property(fc.string({ maxLength: 120 }), (text) => readMrz(text, TODAY).faults.length > 0));
    fc.assert(fc.property(fc.nat({ max: 88 }), fc.constantFrom(...'A0<?é'), (at, c) => void readMrz(change(TD3, at, c), TODAY)));
  });

  test('what is written is read back', () => {
    const letters = fc.stringMatching(/^[A-Z]{1,12}$/);
    const fields = fc.record({ surname: letters, givenNames: letters, number: fc.stringMatching(/^[A-Z0-9]{9}[A-Z0-9]{0,5}$/) });
    fc.assert(
      fc.property(fields, fc.constantFrom('TD1' as const, 'TD2' as const, 'TD3' as const), (some, format) => {
        const person = { ...ANNA, ...some, number: some.number.slice(0, format === 'TD1' ? 14 : format === 'TD2' ? 12 : 9) };
        expect(readMrz(writeMrz(format, person), TODAY)).toMatchObject({
          format,
          faults: [],
          fields: { ...some, number: person.number },
        });
      }),
    );
  });
});

describe('a travel document typed by hand', () => {
  test('has its number as the machine readable zone would', () => {
    expect(documentNumberOf(' n 1234-5678 ')).toBe('N12345678');
    expect(documentNumberOf('АВ ۱۲۳')).toBe('AB123');
  });

  test('is the same document whether Germany is D or DEU', () => {
    const [icao, iso] = ['D', 'DEU'].map((issuer) => documentKeyOf({ issuer, type: 'passport', number: 'C01X00T47' }));
    expect(icao).toBe(iso);
  });

  test('is refused with the name of each field that cannot stand', () => {
    const typed = {
      type: 'ticket',
      issuer: 'ZZZ',
      number: '',
      nationality: '',
      surname: ' ',
      birthDate: '2026-02-30',
      expiresOn: 'soon',
      sex: 'Q',
    };
    const outcome = documentOf(typed);
    expect('refusals' in outcome && outcome.refusals.map(({ reason }) => reason)).toEqual([
      'document-type-unknown',
      'issuer-unknown',
      'document-number-missing',
      'nationality-unknown',
      'name-missing',
      'birth-date-malformed',
      'expiry-date-malformed',
      'sex-unknown',
    ]);
  });
});

describe('a personal number', () => {
  test('identifies only when its own check holds, and only where it is one', () => {
    expect(isIin('740812950129')).toBe(false);
    expect(isResidentNumber('11010519491231002X')).toBe(true); // the example in GB 11643-1999
    expect(isResidentNumber('110105194912310021')).toBe(false);
    expect(identifyingNumberOf({ issuer: 'UTO', personalNumber: 'ZE184226B' })).toBeUndefined();
  });
});

describe('initials', () => {
  test.each([
    ['Eriksson', 'Anna Maria', 'A. M. E.'],
    ['Әбіш', 'айгерім', 'А. Ә.'],
    ['王', '小明', '小. 王.'],
    ['خان', 'علی', 'ع. خ.'],
    ['', 'Sukarno', 'S.'],
    ['Saint-Exupéry', 'Élise', 'É. S.'],
  ])('of %s, %s', (surname, givenNames, initials) => {
    expect(initialsOf({ surname, givenNames })).toBe(initials);
  });
});

const ANNA = {
  issuer: 'UTO',
  number: 'L898902C3',
  nationality: 'UTO',
  surname: 'ERIKSSON',
  givenNames: 'ANNA MARIA',
  birthDate: '1974-08-12',
  sex: 'F',
  expiresOn: '2034-04-15',
} as const;
