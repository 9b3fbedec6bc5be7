'use client';
import { useState } from 'react';
import { AmountField } from '../_ui/fields.tsx';
import { KeyPad } from '../_ui/key-pad.tsx';
import type { Amount } from '../_ui/views.ts';

export type Counted = Readonly<Record<string, string>>;

type Props = {
  readonly label: string;
  readonly currencies: readonly string[];
  readonly counted: Counted;
  readonly onChange: (counted: Counted) => void;
  /** The name of one field: 'Float, CNY'. */
  readonly name: (currency: string) => string;
};

/** Money per currency: a field each, and one keypad that fills the field touched last. */
export function AmountList({ label, currencies, counted, onChange, name }: Props) {
  const [at, setAt] = useState(currencies[0] ?? '');
  const put = (currency: string, value: string): void => {
    if (/^\d{0,12}(\.\d{0,2})?$/.test(value)) onChange({ ...counted, [currency]: value });
  };
  return (
    <div className="grid items-start gap-6 md:grid-cols-[1fr_18rem]">
      <ul className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
        {currencies.map((currency) => (
          <li
            key={currency}
            onFocus={() => setAt(currency)}
            className={currency === at ? 'rounded-box outline-2 outline-teal outline-offset-4 focus-within:outline-none' : ''}
          >
            <AmountField
              label={name(currency)}
              currency={currency}
              value={counted[currency] ?? ''}
              onChange={(value) => put(currency, value)}
            />
          </li>
        ))}
      </ul>
      <div className="grid gap-2">
        <p aria-hidden className="text-center font-semibold text-soft">
          {name(at)}
        </p>
        <KeyPad label={label} decimal value={counted[at] ?? ''} onChange={(value) => put(at, value)} />
      </div>
    </div>
  );
}

/** What was typed, as amounts; an empty field is left out, so nought must be typed where it is meant. */
export const amountsIn = (counted: Counted): readonly Amount[] =>
  Object.entries(counted)
    .filter(([, amount]) => /\d/.test(amount))
    .map(([currency, amount]) => ({ currency, amount: amount.replace(/\.$/, '').replace(/^\./, '0.') }));
