import { describe, expect, test } from 'vitest';
import { decodeSale, encodeSale, type Json, signedTextOf } from '#lib/sale/sale-text.ts';

const DEVICE = '018f6b1e-7c11-7aaa-8bbb-0123456789ab';
const SIGNATURE = btoa(String.fromCharCode(...Array.from({ length: 64 }, (_, place) => place * 4)))
  .replaceAll('+', '-')
  .replaceAll('/', '_')
  .replaceAll('=', '');
const aSale = (lines: number): Json => ({
  id: '018f6b1e-7c11-7aaa-8bbb-000000000001',
  pass: '018f6b1e-7c11-7aaa-8bbb-000000000002',
  lines: Array.from({ length: lines }, (_, place) => ({
    product: `018f6b1e-7c11-7aaa-8bbb-0000000001${String(place).padStart(2, '0')}`,
    quantity: '1.25',
  })),
  tenders: [{ kind: 'cash', amount: { amount: '120.00', currency: 'CNY' }, reference: null }],
  origin: 'offline',
  offline: { number: 17, clock: 'monotonic', exact: true },
});

describe('A sale as the text of a code', () => {
  test('comes back as it was sent, with its till and its signature', () => {
    const sale = decodeSale(encodeSale(DEVICE, aSale(3), SIGNATURE));
    expect(sale).toEqual({ device: DEVICE, body: aSale(3), signed: signedTextOf(aSale(3)), signature: SIGNATURE });
  });

  test('is signed as a whole: another quantity is another text', () => {
    const changed = JSON.parse(JSON.stringify(aSale(3)).replace('1.25', '1.26')) as Json;
    expect(signedTextOf(changed)).not.toBe(signedTextOf(aSale(3)));
  });

  test('of twenty lines fits a QR code, of two hundred does not', () => {
    const LARGEST_AT_M = 3391;
    expect(encodeSale(DEVICE, aSale(20), SIGNATURE).length).toBeLessThan(LARGEST_AT_M);
    expect(encodeSale(DEVICE, aSale(200), SIGNATURE).length).toBeGreaterThan(LARGEST_AT_M);
  });

  test.each(['', 'SS1:', 'SR1:ABC', 'SS1:abc', 'SS1:0000', `${encodeSale(DEVICE, aSale(1), SIGNATURE)}0`])(
    'other text is no sale: %s',
    (text) => expect(decodeSale(text)).toBeUndefined(),
  );
});
