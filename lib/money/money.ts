/** An amount in the smallest unit of its currency: { minor: 1200, currency: 'CNY' } is twelve yuan. */
export type Money = { readonly minor: number; readonly currency: string };

export type Amount = { readonly amount: string; readonly currency: string };

/** ISO 4217, all that are money: digits after the decimal point. Own table: no list of the runtime, which changes between versions. */
const EXPONENTS: Readonly<Record<string, number>> = {
  ...exponents(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'),
  ...exponents(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...exponents(
    2,
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK
     DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD
     KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP
     PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH
     USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWG`,
  ),
};

function exponents(digits: number, codes: string): Record<string, number> {
  return Object.fromEntries(codes.split(/\s+/).map((code) => [code, digits]));
}

export const isCurrency = (currency: string): boolean => Object.hasOwn(EXPONENTS, currency);

/** Digits after the decimal point. @throws RangeError for a currency that is not in the table. */
export function exponentOf(currency: string): number {
  const exponent = Object.hasOwn(EXPONENTS, currency) ? EXPONENTS[currency] : undefined;
  if (exponent === undefined) throw new RangeError(`no such currency: ${currency}`);
  return exponent;
}

/** Reads '12', '12.5' or '-12.50'; undefined for anything else, more digits than the currency has, or an unknown currency. */
export function moneyOf({ amount, currency }: Amount): Money | undefined {
  if (!isCurrency(currency)) return undefined;
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(amount);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const exponent = exponentOf(currency);
  if (fraction.length > exponent) return undefined;
  const minor = Number(whole + fraction.padEnd(exponent, '0'));
  if (!Number.isSafeInteger(minor)) return undefined;
  return { minor: sign === '' || minor === 0 ? minor : -minor, currency };
}

/** { minor: 1205, currency: 'CNY' } -> { amount: '12.05', currency: 'CNY' }. */
export const amountOf = ({ minor, currency }: Money): Amount => ({ amount: decimalOf(minor, exponentOf(currency)), currency });

/** An integer count of 10^-places as a decimal: decimalOf(1205, 2) = '12.05'. */
export function decimalOf(scaled: number, places: number): string {
  const digits = String(Math.abs(scaled)).padStart(places + 1, '0');
  const sign = scaled < 0 ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
