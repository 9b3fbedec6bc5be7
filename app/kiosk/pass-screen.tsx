'use client';
import { Printer } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { createPortal } from 'react-dom';
import type { Decision } from '#lib/law/decision.ts';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { displayCode } from '#lib/pass/short-code.ts';
import { AllowanceMeter } from '../_ui/allowance-meter.tsx';
import { Button } from '../_ui/button.tsx';
import { dateWords } from '../_ui/figures.tsx';
import { nameIn, ruleNamesIn } from '../_ui/names.ts';
import { PassQr } from '../_ui/pass-qr.tsx';
import type { MarketView } from '../_ui/views.ts';
import { PassSlip } from './pass-slip.tsx';

type Props = {
  readonly pass: PassCard;
  readonly decision: Decision | null;
  readonly market: MarketView | null;
  readonly onClear: () => void;
};

/** The pass: large enough to scan from the hand, printed, or carried away on a phone; and what it allows. */
export function PassScreen({ pass, decision, market, onClear }: Props) {
  const t = useTranslations('kiosk.pass');
  const kiosk = useTranslations('kiosk');
  const language = useLocale();
  const side = market?.sides.find(({ code }) => code === pass.side);
  const sideName = nameIn(side?.names, language, pass.side);
  const until = dateWords({ at: pass.validUntil, offsetMinutes: side?.offsetMinutes }, language);
  const names = ruleNamesIn(market?.rules ?? [], language);
  // After '#' nothing leaves the phone: the pass is in no server's log.
  const onPhone = `${window.location.origin}/pass#${pass.qr}`;
  return (
    <>
      <h1 className="font-bold text-xl text-teal leading-tight" role="status">
        {t('ready')}
      </h1>
      <section className="grid items-center justify-items-center gap-5 rounded-2xl border-2 border-teal bg-surface p-4 text-center sm:grid-cols-[auto_1fr] sm:justify-items-start sm:text-start">
        <PassQr text={pass.qr} label={t('qrLabel')} size="min(18rem, 72vw)" />
        <div className="grid gap-2.5">
          <p className="text-soft">{t('code')}</p>
          <p className="num font-bold text-[1.9rem] leading-none tracking-wide">
            <bdi dir="ltr">{displayCode(pass.code)}</bdi>
          </p>
          <p className="font-semibold text-l">{t('validUntil', { until })}</p>
          <p>{t('gate', { gate: pass.gate, side: sideName })}</p>
          <p className="text-soft">{t('show')}</p>
        </div>
      </section>
      <section className="grid grid-cols-[auto_1fr] items-center gap-5">
        <PassQr text={onPhone} label={t('phoneLabel')} size="8rem" />
        <div className="grid gap-1">
          <h2 className="font-bold text-l">{t('phone')}</h2>
          <p className="text-soft">{t('phoneNote')}</p>
        </div>
      </section>
      <section className="grid gap-4 rounded-2xl border-2 border-line bg-surface p-5">
        <div>
          <h2 className="font-bold text-l">{t('allowance')}</h2>
          <p className="text-soft">{decision ? t('allowanceNote', { side: sideName }) : t('allowanceLater')}</p>
        </div>
        {decision && <AllowanceMeter decision={decision} names={names} variant="full" most={4} />}
      </section>
      <div className="sticky bottom-0 z-10 -mx-6 mt-auto -mb-8 grid grid-cols-2 gap-4 border-line border-t bg-paper px-6 py-5">
        <Button size="xl" onPress={() => window.print()}>
          <Printer aria-hidden size="1.25em" />
          {t('print')}
        </Button>
        <Button size="xl" look="primary" onPress={onClear}>
          {kiosk('finish')}
        </Button>
      </div>
      {createPortal(
        <PassSlip
          pass={pass}
          marketName={nameIn(market?.market.names, language, market?.market.name)}
          sideName={sideName}
          until={until}
        />,
        document.body,
      )}
    </>
  );
}
