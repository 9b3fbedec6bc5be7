'use client';
import { useTranslations } from 'next-intl';
import { MoneyText, percents } from '../_ui/figures.tsx';

const SUMS = ['heldByVendor', 'heldByMarket', 'commission', 'broughtIn', 'owedToVendor'] as const;

export type StatementView = {
  readonly month: string;
  readonly permille: number;
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
    SUMS.map((name) => {
      const isOther = name === 'owedToVendor' && Number(each[name]) < 0;
      return {
        id: `${each.currency} ${name}`,
        name: isOther ? 'owedByVendor' : name,
        currency: each.currency,
        amount: isOther ? each[name].replace('-', '') : each[name],
      };
    }),
  );

/** Who took what, what commission that makes and who owes whom, currency by currency. */
export function StatementFigures({ statement }: { readonly statement: StatementView }) {
  const t = useTranslations('desk.statement');
  const sums = statementSums(statement);
  const currencies = [...new Set(sums.map(({ currency }) => currency))];
  return (
    <>
      <p className="text-soft">
        {t('rate')} <b>{percents([statement.permille])}</b>
      </p>
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
    </>
  );
}
