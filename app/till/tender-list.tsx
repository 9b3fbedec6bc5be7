'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { MoneyText } from '../_ui/figures.tsx';
import type { Tender } from './tenders.ts';

/** The parts of a payment that are already on the counter. */
export function TenderList({
  tenders,
  onRemove,
}: {
  readonly tenders: readonly Tender[];
  readonly onRemove: (place: number) => void;
}) {
  const t = useTranslations('till.pay');
  if (tenders.length === 0) return null;
  return (
    <ul aria-label={t('tenders')} className="grid rounded-box border border-line">
      {tenders.map(({ kind, amount, reference }, place) => (
        <li key={place} className="flex items-center justify-between gap-3 border-line border-b ps-4 last:border-0">
          <span>
            {t(`kinds.${kind}`)}{' '}
            {reference && (
              <bdi dir="ltr" className="text-s text-soft">
                {reference}
              </bdi>
            )}
          </span>
          <span className="flex items-center gap-1">
            <b className="num">
              <MoneyText amount={amount} />
            </b>
            <Button
              look="quiet"
              className="px-3!"
              aria-label={t('remove', { kind: t(`kinds.${kind}`) })}
              onPress={() => onRemove(place)}
            >
              <X aria-hidden size={20} />
            </Button>
          </span>
        </li>
      ))}
    </ul>
  );
}
