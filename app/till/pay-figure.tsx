import { amountOf, type Money } from '#lib/money/money.ts';
import { MoneyText } from '../_ui/figures.tsx';

type FigureProps = {
  readonly name: string;
  readonly money: Money;
  readonly size?: 'm' | 'xl' | 'xxl';
  readonly isLoud?: boolean;
};

const FIGURE_SIZES = { m: 'text-l', xl: 'text-[1.75rem]', xxl: 'text-[3rem]' } as const;

/** One sum of a payment, with its name. */
export function Figure({ name, money, size = 'xl', isLoud = false }: FigureProps) {
  return (
    <p className="flex flex-wrap items-baseline justify-between gap-x-4">
      <span className={size === 'xxl' ? 'font-semibold text-l' : 'text-soft'}>{name}</span>
      <output aria-label={name} className={`num font-bold leading-tight ${FIGURE_SIZES[size]} ${isLoud ? 'text-teal' : ''}`}>
        <MoneyText amount={amountOf(money)} />
      </output>
    </p>
  );
}
