'use client';
import { useLocale, useTranslations } from 'next-intl';
import { ColumnHeads } from '../_ui/column-heads.tsx';
import { DateText, MoneyText, moneyWords, percents } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import type { Amount } from '../_ui/views.ts';
import { useClock } from './clock.tsx';

const SUMS = ['heldByVendor', 'heldByMarket', 'byRates', 'commission', 'broughtIn', 'paidOut', 'owedToVendor'] as const;

export type StatementView = {
  readonly month: string;
  /** What holds now, of all goods first. */
  readonly rates: readonly { readonly category: string | null; readonly permille: number }[];
  readonly bounds: readonly { readonly currency: string; readonly floor: string | null; readonly cap: string | null }[];
  readonly payouts: readonly { readonly paidOn: string; readonly reference: string; readonly amount: Amount }[];
  readonly standing: readonly (Readonly<Record<(typeof SUMS)[number], string>> & { readonly currency: string })[];
};

/** A sum of a statement by its name: a debt below nought is the other's. */
export type StatementSum = {
  readonly id: string;
  readonly name: (typeof SUMS)[number] | 'owedByVendor';
  readonly currency: string;
  readonly amount: string;
};

export const statementSums = ({ standing }: StatementView): readonly StatementSum[] =>
  standing.flatMap((each) =>
    SUMS.filter((name) => isSaid(name, each)).map((name) => {
      const isOther = name === 'owedToVendor' && Number(each[name]) < 0;
      return {
        id: `${each.currency} ${name}`,
        name: isOther ? 'owedByVendor' : name,
        currency: each.currency,
        amount: isOther ? each[name].replace('-', '') : each[name],
      };
    }),
  );

/** What the rates alone would come to is said where a bound moved it, and payouts where there are any. */
const isSaid = (name: (typeof SUMS)[number], sums: StatementView['standing'][number]): boolean =>
  name === 'byRates' ? sums.byRates !== sums.commission : name !== 'paidOut' || Number(sums.paidOut) !== 0;

/** Who took what, what commission that makes and who owes whom, currency by currency. */
export function StatementFigures({ statement }: { readonly statement: StatementView }) {
  const t = useTranslations('desk.statement');
  const sums = statementSums(statement);
  const currencies = [...new Set(sums.map(({ currency }) => currency))];
  return (
    <>
      <Rates statement={statement} />
      {currencies.length === 0 && <p>{t('nothing')}</p>}
      {currencies.map((currency) => (
        <dl key={currency} className="num grid grid-cols-[1fr_auto] gap-x-8 gap-y-2 border-line border-t pt-3">
          {sums
            .filter((sum) => sum.currency === currency)
            .map(({ id, name, amount }) => (
              <div key={id} className="contents last:font-bold">
                <dt>{t(name)}</dt>
                <dd className="text-end">
                  <MoneyText amount={{ amount, currency }} />
                </dd>
              </div>
            ))}
        </dl>
      ))}
      {statement.payouts.length > 0 && <Payouts statement={statement} />}
    </>
  );
}

function Rates({ statement: { rates, bounds } }: { readonly statement: StatementView }) {
  const t = useTranslations('desk.statement');
  const language = useLocale();
  const { market } = useClock();
  const kindOf = (category: string) =>
    nameIn(market?.categories.find(({ id }) => id === category)?.names ?? {}, language, category);
  return (
    <div className="text-soft">
      <p>
        {t('rate')} <b>{percents([rates[0]?.permille ?? 0])}</b>
        {rates.slice(1).map(({ category, permille }) => (
          <span key={category}>
            {' · '}
            <bdi>{kindOf(category ?? '')}</bdi> <b>{percents([permille])}</b>
          </span>
        ))}
      </p>
      {bounds.map(({ currency, floor, cap }) => (
        <p key={currency}>
          {[
            floor !== null && t('floor', { amount: moneyWords({ amount: floor, currency }, language) }),
            cap !== null && t('cap', { amount: moneyWords({ amount: cap, currency }, language) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      ))}
    </div>
  );
}

function Payouts({ statement: { payouts } }: { readonly statement: StatementView }) {
  const t = useTranslations('desk.statement');
  return (
    <table aria-label={t('payouts')} className="num w-full">
      <ColumnHeads names={[t('paidOn'), t('reference'), t('paidOut')]} />
      <tbody>
        {payouts.map(({ paidOn, reference, amount }) => (
          <tr key={`${paidOn} ${reference}`} className="border-line border-b align-baseline">
            <th scope="row" className="py-2 text-start font-normal">
              <DateText at={paidOn} />
            </th>
            <td className="py-2 ps-4 text-end">
              <bdi>{reference}</bdi>
            </td>
            <td className="whitespace-nowrap py-2 ps-4 text-end font-semibold">
              <MoneyText amount={amount} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
