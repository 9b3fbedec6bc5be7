'use client';
import { BadgePercent, Luggage, Minus, NotebookPen, Plus, Trash2, Utensils } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Dispatch, ReactNode } from 'react';
import { Button } from '../_ui/button.tsx';
import { type BasketStep, quantityText, stepOf } from './basket.ts';
import type { PricedLine } from './basket-prices.ts';
import { ChipRow } from './chip-row.tsx';
import { Initials } from './shopper-card.tsx';
import type { TillPass } from './till-views.ts';

export type LineActsProps = {
  readonly line: PricedLine;
  readonly name: string;
  readonly passes: readonly TillPass[];
  readonly step: Dispatch<BasketStep>;
  readonly onRemove: () => void;
  readonly onQuantity: () => void;
  readonly onDiscount: () => void;
  readonly onNote: () => void;
};

/** What can be done to one line: fewer, more, another quantity, eaten here, a discount, a note, away. */
export function LineActs({ line, name, passes, step, onRemove, onQuantity, onDiscount, onNote }: LineActsProps) {
  const t = useTranslations('till.line');
  const c = useTranslations('counter');
  const { milli } = line;
  const quantity = (to: number): void => step({ do: 'quantity', line: line.key, milli: to });
  const withLine = (act: () => void) => (): void => {
    step({ do: 'select-line', line: line.key });
    act();
  };
  return (
    <div className="flex flex-wrap items-center gap-2 px-2 pb-2">
      <Small name={t('fewer', { name })} onPress={() => (milli > stepOf(line) ? quantity(milli - stepOf(line)) : onRemove())}>
        <Minus aria-hidden size={22} />
      </Small>
      <Button
        className="num px-1!"
        aria-label={t('quantity', { name, quantity: quantityText(line) })}
        onPress={withLine(onQuantity)}
      >
        <bdi dir="ltr">{quantityText(line)}</bdi>
      </Button>
      <Small name={t('more', { name })} onPress={() => quantity(milli + stepOf(line))}>
        <Plus aria-hidden size={22} />
      </Small>
      <Small
        name={line.fate === 'carried' ? t('eat', { name }) : t('carry', { name })}
        onPress={() => step({ do: 'fate', line: line.key, fate: line.fate === 'carried' ? 'consumed-inside' : 'carried' })}
      >
        {line.fate === 'carried' ? <Utensils aria-hidden size={22} /> : <Luggage aria-hidden size={22} />}
      </Small>
      <Small name={c('discount.open', { name })} onPress={withLine(onDiscount)}>
        <BadgePercent aria-hidden size={22} />
      </Small>
      <Small name={c('note.open', { name })} onPress={withLine(onNote)}>
        <NotebookPen aria-hidden size={22} />
      </Small>
      <Button className="ms-auto px-0!" look="danger" aria-label={t('remove', { name })} onPress={onRemove}>
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
  );
}

type SmallProps = { readonly name: string; readonly onPress: () => void; readonly children: ReactNode };

function Small({ name, onPress, children }: SmallProps) {
  return (
    <Button className="px-0!" aria-label={name} onPress={onPress}>
      {children}
    </Button>
  );
}
