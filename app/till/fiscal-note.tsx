'use client';
import { useTranslations } from 'next-intl';
import type { FiscalView } from '#lib/fiscal/fiscal-document.ts';
import { PassQr } from '../_ui/pass-qr.tsx';

/** What stands beside a receipt about one fiscal document: its number, and the operator's sign, or the market's own until that comes. */
export function FiscalNote({ document }: { readonly document: FiscalView }) {
  const t = useTranslations('till.fiscal');
  const { state, sign, link, autonomousSign } = document;
  return (
    <div className="flex flex-wrap items-center gap-4 text-s" role="status">
      {link !== null && <PassQr text={link} label={t('check')} size="6rem" />}
      <p className="grid min-w-0 flex-1 gap-0.5">
        <span>
          {t('document')} <bdi dir="ltr">{fiscalNumber(document)}</bdi> ·{' '}
          <b className={state === 'refused' ? 'text-red' : undefined}>{t(`states.${state}`)}</b>
        </span>
        {sign !== null && (
          <span>
            {t('sign')}{' '}
            <bdi dir="ltr" className="num">
              {sign}
            </bdi>
          </span>
        )}
        {state !== 'registered' && (
          <span className="text-soft">
            {t('autonomousSign')}{' '}
            <bdi dir="ltr" className="num">
              {autonomousSign}
            </bdi>
          </span>
        )}
      </p>
    </div>
  );
}

/** Its number by device and shift, as the operator knows it. */
export const fiscalNumber = ({ register, shift, number }: Pick<FiscalView, 'register' | 'shift' | 'number'>): string =>
  `${register}/${shift}/${number}`;
