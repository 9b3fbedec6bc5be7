'use client';
import { Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { MeasureText } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import type { GateMarket } from './gate-views.ts';
import { emptyGoods, type Goods, goodsOf } from './goods-draft.ts';
import { GoodsFields } from './goods-fields.tsx';

type Props = {
  readonly market: GateMarket;
  readonly currency: string;
  readonly goods: readonly Goods[];
  readonly onChange: (goods: readonly Goods[]) => void;
  readonly onClose: () => void;
};

/** What the next traveller has with them: listed before the scan, recorded with the entry. */
export function BroughtInDialog({ market, currency, goods, onChange, onClose }: Props) {
  const t = useTranslations('gate.broughtIn');
  const fields = useTranslations('gate.goods');
  const everywhere = useTranslations('everywhere');
  const language = useLocale();
  const [draft, setDraft] = useState(emptyGoods(currency));
  const [tried, setTried] = useState(false);
  const ready = goodsOf(draft);
  const add = (): void => {
    setTried(true);
    if (!ready) return;
    onChange([...goods, ready]);
    setDraft(emptyGoods(draft.currency));
    setTried(false);
  };
  const kind = (id: string): string => nameIn(market.categories.find((category) => category.id === id)?.names, language, id);
  return (
    <Dialog
      wide
      title={t('title')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={add}>{t('add')}</Button>
          <Button look="primary" onPress={onClose}>
            {t('done')}
          </Button>
        </>
      }
    >
      <p className="text-soft">{t('note')}</p>
      {goods.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ul className="grid">
          {goods.map((item, place) => (
            <li key={place} className="flex items-center justify-between gap-4 border-line border-b py-1">
              <span>
                <bdi dir="ltr">{item.quantity} ×</bdi> <b>{item.description}</b>{' '}
                <span className="text-soft">
                  {kind(item.category)} · <MeasureText value={item.weightG} unit="g" />
                </span>
              </span>
              <Button
                look="quiet"
                aria-label={`${everywhere('remove')}: ${item.description}`}
                onPress={() => onChange(goods.filter((_, other) => other !== place))}
              >
                <Trash2 aria-hidden size="1.25em" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <GoodsFields market={market} draft={draft} onChange={setDraft} />
      {tried && !ready && (
        <p role="alert" className="font-semibold text-red">
          {fields('missing')}
        </p>
      )}
    </Dialog>
  );
}
