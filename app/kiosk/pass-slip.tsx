'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { displayCode } from '#lib/pass/short-code.ts';
import { PassQr } from '../_ui/pass-qr.tsx';

type Props = { readonly pass: PassCard; readonly marketName: string; readonly sideName: string; readonly until: string };

/** The pass on 80 mm paper: QR, short code and the same code as a linear barcode for slow scanners. */
export function PassSlip({ pass, marketName, sideName, until }: Props) {
  const t = useTranslations('kiosk');
  const [barcode, setBarcode] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    // Large, and only paper needs it.
    import('bwip-js/browser')
      .then(({ toSVG }) => wanted && setBarcode(toSVG({ bcid: 'code128', text: pass.code, height: 12, scale: 2 })))
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [pass.code]);
  return (
    <section className="on-paper" aria-hidden="true">
      <div className="grid justify-items-center gap-2 text-center">
        <b>{marketName || t('market')}</b>
        <PassQr text={pass.qr} label={t('pass.qrLabel')} size="58mm" />
        <b className="num text-[16pt]">
          <bdi dir="ltr">{displayCode(pass.code)}</bdi>
        </b>
        {barcode && (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: bwip-js draws only bars
          <div dir="ltr" className="w-[60mm] [&>svg]:w-full" dangerouslySetInnerHTML={{ __html: barcode }} />
        )}
        <p>
          {t('pass.initials')}: <bdi dir="ltr">{`${pass.traveller.initials} · ${pass.traveller.nationality}`}</bdi>
        </p>
        <p>{t('pass.validUntil', { until })}</p>
        <p>{t('pass.gate', { gate: pass.gate, side: sideName })}</p>
        <p>{t('pass.slipNote')}</p>
      </div>
    </section>
  );
}
