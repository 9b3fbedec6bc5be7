'use client';
import { useTranslations } from 'next-intl';
import { amountOf, type Money } from '#lib/money/money.ts';
import { Button } from '../_ui/button.tsx';
import { MoneyText } from '../_ui/figures.tsx';

/** Amounts that need no typing: the exact one, and the notes a shopper is likely to hand over. */
export function QuickAmounts({
  amounts,
  onChoose,
}: {
  readonly amounts: readonly Money[];
  readonly onChoose: (amount: string) => void;
}) {
  const t = useTranslations('till.pay');
  if (amounts.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would add a border box to the row
    <div role="group" aria-label={t('quick')} data-digits className="flex flex-wrap gap-2">
      {amounts.map((money, place) => (
        <Button key={money.minor} className="num min-h-14! px-4!" onPress={() => onChoose(amountOf(money).amount)}>
          {place === 0 && <span className="text-s">{t('exact')}</span>}
          <MoneyText amount={amountOf(money)} short />
        </Button>
      ))}
    </div>
  );
}
