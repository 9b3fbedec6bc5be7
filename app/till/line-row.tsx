'use client';
import { Minus, Plus, Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { Dispatch } from 'react';
import { measureOf } from '#lib/catalogue/measure.ts';
import { amountOf } from '#lib/money/money.ts';
import { Button } from '../_ui/button.tsx';
import { classNames } from '../_ui/class-names.ts';
import { MeasureText, MoneyText } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { Badge } from '../_ui/surfaces.tsx';
import { type BasketLine, type BasketStep, linePrice, quantityText, stepOf } from './basket.ts';
import { ChipRow } from './chip-row.tsx';
import type { Forbidden } from './may-pay.ts';
import { Initials } from './shopper-card.tsx';
import { useStall } from './stall-context.tsx';
import type { TillPass } from './till-views.ts';

type Props = {
  readonly line: BasketLine;
  readonly isSelected: boolean;
  readonly forbidden: Forbidden | undefined;
  readonly passes: readonly TillPass[];
  readonly step: Dispatch<BasketStep>;
  readonly onRemove: () => void;
  readonly onQuantity: () => void;
};

/** One line of goods. The selected one opens: fewer, more, another quantity, eaten here, away. */
export function LineRow({ line, isSelected, forbidden, passes, step, onRemove, onQuantity }: Props) {
  const t = useTranslations('till.line');
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
        <b className="num whitespace-nowrap font-semibold">
          <MoneyText amount={amountOf(linePrice(line))} />
        </b>
        <span className="col-start-2 flex flex-wrap items-center gap-x-2 text-s text-soft">
          {volumeMl > 0 && <MeasureText value={volumeMl} unit="ml" />}
          {weightG > 0 && <MeasureText value={weightG} unit="g" />}
          {line.fate === 'consumed-inside' && <Badge tone="teal">{t('inside')}</Badge>}
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
        <div className="flex flex-wrap items-center gap-2 px-2 pb-2">
          <Button
            className="px-0!"
            aria-label={t('fewer', { name })}
            onPress={() =>
              milli > stepOf(line) ? step({ do: 'quantity', line: line.key, milli: milli - stepOf(line) }) : onRemove()
            }
          >
            <Minus aria-hidden size={22} />
          </Button>
          <Button
            className="num px-1!"
            aria-label={t('quantity', { name, quantity: quantityText(line) })}
            onPress={() => {
              step({ do: 'select-line', line: line.key });
              onQuantity();
            }}
          >
            <bdi dir="ltr">{quantityText(line)}</bdi>
          </Button>
          <Button
            className="px-0!"
            aria-label={t('more', { name })}
            onPress={() => step({ do: 'quantity', line: line.key, milli: milli + stepOf(line) })}
          >
            <Plus aria-hidden size={22} />
          </Button>
          <Button
            className="px-3! text-s"
            aria-label={line.fate === 'carried' ? t('eat', { name }) : t('carry', { name })}
            onPress={() => step({ do: 'fate', line: line.key, fate: line.fate === 'carried' ? 'consumed-inside' : 'carried' })}
          >
            {line.fate === 'carried' ? t('eatShort') : t('carryShort')}
          </Button>
          <Button className="ms-auto px-3!" look="danger" aria-label={t('remove', { name })} onPress={onRemove}>
            <Trash2 aria-hidden size={22} />
          </Button>
          {passes.length > 1 && (
            <div className="basis-full">
              <ChipRow
                label={t('isFor', { name })}
                value={line.pass ?? ''}
                onChange={(pass) => step({ do: 'assign', line: line.key, pass })}
                chips={passes.map((pass) => ({ id: pass.id, name: <Initials pass={pass} /> }))}
              />
            </div>
          )}
        </div>
      )}
    </li>
  );
}
