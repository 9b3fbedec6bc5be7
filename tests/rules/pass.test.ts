import { generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase45, encodeBase45 } from '#lib/pass/base45.ts';
import { decodeCbor, encodeCbor } from '#lib/pass/cbor.ts';
import { type PassRecords, passStateOf, refusalToEnter, refusalToSell } from '#lib/pass/pass-state.ts';
import { decodePass, encodePass, isRefusedPass } from '#lib/pass/pass-text.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const hex = (value: Uint8Array) => Buffer.from(value).toString('hex');

describe('base45', () => {
  test.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
  ])('of %s is the example of RFC 9285', (plain, text) => {
    expect(encodeBase45(new TextEncoder().encode(plain))).toBe(text);
    expect(new TextDecoder().decode(decodeBase45(text))).toBe(plain);
  });
  test.each(['GGW', 'A', 'a00', '::', ':::'])('does not read %s', (text) => expect(decodeBase45(text)).toBeUndefined());
  test('brings any bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (some) => hex(decodeBase45(encodeBase45(some)) ?? bytes(0)) === hex(some)),
    );
  });
});

describe('deterministic CBOR', () => {
  test.each([
    [0, '00'],
    [23, '17'],
    [24, '1818'],
    [1000000, '1a000f4240'],
    [1000000000000, '1b000000e8d4a51000'],
    [-1, '20'],
    [-1000, '3903e7'],
    ['ü', '62c3bc'],
    [bytes(1, 2, 3, 4), '4401020304'],
    [[1, [2, 3]], '8201820203'],
    [
      new Map([
        ['b', 1],
        ['a', 2],
      ]),
      'a2616102616201',
    ],
    [
      new Map<number, number>([
        [-1, 1],
        [10, 2],
        [100, 3],
      ]),
      'a30a021864032001',
    ],
    [null, 'f6'],
    [true, 'f5'],
  ])('of %j is that of RFC 8949', (value, encoded) => {
    expect(hex(encodeCbor(value))).toBe(encoded);
    expect(decodeCbor(encodeCbor(value))).toEqual(value);
  });
  test.each([
    ['a longer head than need be', '1817'],
    ['an indefinite length', '5f42010243030405ff'],
    ['keys out of order', 'a2616201616102'],
    ['a key twice', 'a201010102'],
    ['bytes after the end', '0000'],
    ['a length beyond the end', '5b7fffffffffffffff'],
    ['a float', 'f93c00'],
    ['text that is not UTF-8', '62c328'],
    ['nothing', ''],
    ['too deep a nest', `${'81'.repeat(40)}00`],
  ])('has no room for %s', (_, encoded) => expect(decodeCbor(Buffer.from(encoded, 'hex'))).toBeUndefined());
});

describe('the text of a pass', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signed = (some: Uint8Array) => new Uint8Array(sign(null, some, privateKey));
  const verified = (keyId: string, some: Uint8Array, signature: Uint8Array) =>
    keyId === 'K1-2026-11' && verify(null, some, publicKey, signature);
  const claims = {
    passId: '019a9d3e-7c41-7b1e-9f00-1234567890ab',
    side: 'KZ',
    gate: 'KZ-1',
    category: 'visitor',
    notBefore: 1795312800,
    notAfter: 1797904800,
    packHash: '0123456789abcdef',
    keyId: 'K1-2026-11',
  };
  const text = encodePass(claims, signed);

  test('says what was signed', () => expect(decodePass(text, verified)).toEqual(claims));
  test('is the same every time', () => expect(encodePass(claims, signed)).toBe(text));
  test('fits a QR code of version 10 at level M, in its alphanumeric mode', () => {
    expect(text).toMatch(/^SR1:[0-9A-Z $%*+\-./:]+$/);
    expect(text.length).toBeLessThanOrEqual(311);
  });
  test('is refused when its key is not known', () => {
    expect(decodePass(encodePass({ ...claims, keyId: 'K2' }, signed), verified)).toEqual({
      reason: 'pass-not-genuine',
      facts: { keyId: 'K2' },
    });
  });
  test('is refused with any character changed', () => {
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), fc.constantFrom(...'0A Z%:'), (at, character) => {
        fc.pre(text[at] !== character);
        expect(isRefusedPass(decodePass(text.slice(0, at) + character + text.slice(at + 1), verified))).toBe(true);
      }),
    );
  });
  test('any other text is refused, not thrown', () => {
    fc.assert(fc.property(fc.string(), (some) => isRefusedPass(decodePass(some, () => true))));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (some) =>
        isRefusedPass(decodePass(`SR1:${encodeBase45(some)}`, () => true)),
      ),
    );
  });
  test('cannot be written from half a claim', () =>
    expect(() => encodePass({ ...claims, gate: '' }, signed)).toThrow(RangeError));
});

describe('the state of a pass', () => {
  const NOW = '2026-11-22T03:00:00.000Z';
  const records: PassRecords = {
    validFrom: '2026-11-21T19:00:00.000Z',
    validUntil: '2026-12-21T19:00:00.000Z',
    visits: 'one',
    visit: null,
    revocation: null,
    replacement: null,
  };
  const open = { id: 'v1', enteredAt: '2026-11-22T02:00:00.000Z', closedAt: null };
  const closed = { ...open, closedAt: '2026-11-22T02:30:00.000Z' };
  const revocation = { revokedAt: NOW, reason: 'false document' };
  const replacement = { replacedAt: NOW, pass: 'p2' };

  test.each([
    ['issued', {}, NOW, 'not-entered', undefined],
    ['issued', {}, '2026-11-21T18:59:59.999Z', 'not-entered', 'pass-not-yet-valid'],
    ['issued', {}, '2026-12-21T18:59:59.999Z', 'not-entered', undefined],
    ['expired', {}, '2026-12-21T19:00:00.000Z', 'pass-expired', 'pass-expired'],
    ['in-force', { visit: open }, NOW, undefined, 'pass-already-used'],
    ['in-force', { visit: open }, '2027-01-01T00:00:00.000Z', undefined, 'pass-already-used'],
    ['spent', { visit: closed }, NOW, 'pass-spent', 'pass-spent'],
    ['issued', { visit: closed, visits: 'many' }, NOW, 'not-entered', undefined],
    ['revoked', { visit: open, revocation }, NOW, 'pass-revoked', 'pass-revoked'],
    ['replaced', { visit: open, revocation, replacement }, NOW, 'pass-replaced', 'pass-replaced'],
  ] as const)('is %s with %j at %s', (state, change, now, sell, enter) => {
    const pass = passStateOf({ ...records, ...change }, now);
    expect(pass.state).toBe(state);
    expect(refusalToSell(pass)?.reason).toBe(sell);
    expect(refusalToEnter(pass, now)?.reason).toBe(enter);
  });
  test('says that a traveller overstayed, and lets them buy', () => {
    expect(passStateOf({ ...records, visit: open }, records.validUntil)).toMatchObject({ state: 'in-force', overstayed: true });
  });
});
