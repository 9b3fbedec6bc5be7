'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Custody, ownCustody } from '#lib/till/cash-count.ts';
import type { Amount } from '../_ui/views.ts';
import { AmountList, amountsIn, type Counted } from './amount-list.tsx';
import { Whose } from './cash-choices.tsx';
import { useStall } from './stall-context.tsx';
import type { SessionView } from './till-views.ts';

export type Count = Readonly<Record<Custody, Counted>>;
export const UNCOUNTED: Count = { stall: {}, market: {} };

/** What was typed, whose money each is. */
export const countedIn = (count: Count): readonly (Amount & { readonly custody: Custody })[] =>
  (['stall', 'market'] as const).flatMap((custody) => amountsIn(count[custody]).map((amount) => ({ ...amount, custody })));

type Props = {
  readonly label: string;
  readonly session: SessionView;
  readonly count: Count;
  readonly onChange: (count: Count) => void;
};

/** The blind count of a drawer. Whose money it is, is asked only where the drawer holds some of the other's. */
export function CountFields({ label, session, count, onChange }: Props) {
  const t = useTranslations('till.close');
  const { till, market, currency } = useStall();
  const [custody, setCustody] = useState<Custody>(ownCustody(till));
  const isShared = session.drawer.some((line) => line.custody !== ownCustody(till));
  return (
    <div className="grid gap-4">
      {isShared && <Whose custody={custody} onChange={setCustody} />}
      <AmountList
        key={custody}
        label={label}
        currencies={[currency, ...market.currencies.filter((one) => one !== currency)]}
        counted={count[custody]}
        onChange={(counted) => onChange({ ...count, [custody]: counted })}
        name={(one) => t('field', { currency: one })}
      />
    </div>
  );
}
