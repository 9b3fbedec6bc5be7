'use client';
import { Minus, Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { quantityTextOf } from '#lib/catalogue/measure.ts';
import type { ReceiptLine } from '#lib/sale/receipt.ts';
import { Button } from '../_ui/button.tsx';
import { nameIn } from '../_ui/names.ts';
import { ChipRow } from './chip-row.tsx';
import { refundable, type Wanted } from './refunds.ts';

type Props = {
  readonly lines: readonly ReceiptLine[];
  readonly wanted: ReadonlyMap<number, Wanted>;
  readonly onChange: (wanted: ReadonlyMap<number, Wanted>) => void;
  /** Whether the shopper may keep what is paid back. */
  readonly mayKeep?: boolean;
};

/** How much of each line comes back. */
export function LinesBack({ lines, wanted, onChange, mayKeep = false }: Props) {
  return (
    <ul className="grid">
      {lines.map((line) => (
        <LineBack
          key={line.line}
          line={line}
          mayKeep={mayKeep}
          wanted={wanted.get(line.line) ?? { milli: 0, goods: 'back' }}
          onChange={(part) => onChange(new Map(wanted).set(line.line, part))}
        />
      ))}
    </ul>
  );
}

type LineProps = {
  readonly line: ReceiptLine;
  readonly wanted: Wanted;
  readonly mayKeep: boolean;
  readonly onChange: (wanted: Wanted) => void;
};

function LineBack({ line, wanted, mayKeep, onChange }: LineProps) {
  const t = useTranslations('till.refund');
  const name = nameIn(line.names, useLocale());
  const most = refundable(line);
  const step = most % 1000 === 0 ? 1000 : most;
  const { milli, goods } = wanted;
  return (
    <li className="grid gap-2 border-line border-b py-3 last:border-0">
      <div className="flex items-center gap-3">
        <span className="min-w-0 flex-1">
          <b>{name}</b> <span className="text-s text-soft">{t('most', { count: quantityTextOf(most) })}</span>
        </span>
        <Button
          className="px-3!"
          aria-label={t('fewer', { name })}
          isDisabled={milli === 0}
          onPress={() => onChange({ milli: Math.max(0, milli - step), goods })}
        >
          <Minus aria-hidden size={22} />
        </Button>
        <output aria-label={t('quantity', { name })} className="num min-w-10 text-center font-bold text-l">
          <bdi dir="ltr">{quantityTextOf(milli)}</bdi>
        </output>
        <Button
          className="px-3!"
          aria-label={t('more', { name })}
          isDisabled={milli >= most}
          onPress={() => onChange({ milli: Math.min(most, milli + step), goods })}
        >
          <Plus aria-hidden size={22} />
        </Button>
      </div>
      {mayKeep && milli > 0 && (
        <ChipRow
          label={t('goods', { name })}
          value={goods}
          onChange={(where) => onChange({ milli, goods: where as Wanted['goods'] })}
          chips={[
            { id: 'back', name: t('back') },
            { id: 'kept', name: t('kept') },
          ]}
        />
      )}
    </li>
  );
}
