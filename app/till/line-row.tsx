'use client';
import { useLocale, useTranslations } from 'next-intl';
import { memo } from 'react';
import { measureOf } from '#lib/catalogue/measure.ts';
import { amountOf } from '#lib/money/money.ts';
import { classNames } from '../_ui/class-names.ts';
import { MeasureText, MoneyText } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { Badge } from '../_ui/surfaces.tsx';
import { quantityText } from './basket.ts';
import { linePrice, type PricedLine } from './basket-prices.ts';
import { LineActs, type LineActsProps } from './line-acts.tsx';
import type { Forbidden } from './may-pay.ts';
import { Initials } from './shopper-card.tsx';
import { useStall } from './stall-context.tsx';

type Props = Pick<LineActsProps, 'line' | 'passes' | 'step'> & {
  readonly onRemove: (line: PricedLine) => void;
  readonly onOpen: (what: 'quantity' | 'discount' | 'note') => void;
  readonly isSelected: boolean;
  readonly forbidden: Forbidden | undefined;
};

/** One line of goods. The selected one opens: fewer, more, another quantity, eaten here, away. */
export const LineRow = memo(function LineRow({ line, isSelected, forbidden, passes, step, onRemove, onOpen }: Props) {
  const t = useTranslations('till.line');
  const c = useTranslations('counter');
  const { ruleNames } = useStall();
  const name = nameIn(line.product.names, useLocale());
  const { product, milli } = line;
  const isOpen = isSelected || forbidden !== undefined;
  const weightG = measureOf(product.packedWeightG, milli);
  const volumeMl = measureOf(product.volumeMl, milli);
  const owner = passes.length > 1 ? passes.find(({ id }) => id === line.pass) : undefined;
  return (
    <li className={classNames('grid border-line border-b last:border-0', isSelected && 'rounded-box bg-teal-tint')}>
      <button
        type="button"
        aria-pressed={isSelected}
        onClick={() => step({ do: 'select-line', line: line.key })}
        className="grid min-h-12 grid-cols-[2.5rem_1fr_auto] items-baseline gap-x-2 px-2 py-2 text-start"
      >
        <span className="num whitespace-nowrap">
          <bdi dir="ltr">{quantityText(line)}</bdi> {product.unit === 'kg' ? '' : '×'}
        </span>
        <b className="min-w-0 text-[0.9375rem] leading-tight">{name}</b>
        <b className="num grid justify-items-end whitespace-nowrap font-semibold">
          <MoneyText amount={amountOf(linePrice(line))} />
          {line.offMinor > 0 && (
            <s className="font-normal text-s text-soft">
              <MoneyText amount={amountOf({ minor: line.listMinor, currency: product.price.currency })} />
            </s>
          )}
        </b>
        <span className="col-start-2 flex flex-wrap items-center gap-x-2 text-s text-soft">
          {volumeMl > 0 && <MeasureText value={volumeMl} unit="ml" />}
          {weightG > 0 && <MeasureText value={weightG} unit="g" />}
          {line.fate === 'consumed-inside' && <Badge tone="teal">{t('inside')}</Badge>}
          {line.discount && <Badge tone="attention">{c(`discount.reasons.${line.discount.reason}`)}</Badge>}
          {line.note !== undefined && <bdi className="text-ink">{line.note}</bdi>}
          {owner && (
            <Badge>
              {t('for')} <Initials pass={owner} />
            </Badge>
          )}
        </span>
      </button>
      {forbidden && (
        <p className="mx-2 mb-1 rounded-lg border-red border-s-[5px] bg-red-tint px-3 py-1.5 text-s">
          <b className="text-red">{t('forbidden')}</b> {ruleNames[forbidden.rule] ?? forbidden.rule}.{' '}
          {forbidden.isTooYoung ? t('tooYoung') : t('forbiddenNext')}
        </p>
      )}
      {isOpen && (
        <LineActs
          line={line}
          name={name}
          passes={passes}
          step={step}
          onRemove={() => onRemove(line)}
          onQuantity={() => onOpen('quantity')}
          onDiscount={() => onOpen('discount')}
          onNote={() => onOpen('note')}
        />
      )}
    </li>
  );
});
