'use client';
import { useLocale, useTranslations } from 'next-intl';
import { amountOf } from '#lib/money/money.ts';
import { AllowanceMeter } from '../_ui/allowance-meter.tsx';
import { faultWords } from '../_ui/fault.ts';
import { nameIn, ruleNamesIn } from '../_ui/names.ts';
import { Badge } from '../_ui/surfaces.tsx';
import type { PhoneMarket } from './market-views.ts';
import { priceIn } from './prices.ts';
import { useDecision, type Wish } from './use-decision.ts';

type Props = { readonly market: PhoneMarket; readonly currency: string; readonly wishes: readonly Wish[] };

const TONES = { free: 'good', duty: 'attention', 'needs-document': 'attention', forbidden: 'refusal' } as const;

/** How much of the shopper's allowance these goods would take, if this phone has a pass open. */
export function WhatItTakes({ market, currency, wishes }: Props) {
  const t = useTranslations('market.allowance');
  const everywhere = useTranslations('everywhere');
  const language = useLocale();
  const weighed = useDecision(wishes);
  const names = ruleNamesIn(market.rules ?? [], language);
  const decision = weighed.kind === 'weighed' ? weighed.decision : null;
  const side = market.sides.find(({ code }) => code === decision?.exitSide);
  const duty = decision?.duty && decision.duty.minor > 0 ? amountOf(decision.duty) : undefined;
  return (
    <section className="grid gap-3 rounded-2xl border-2 border-line bg-surface p-4">
      <h2 className="font-bold text-l leading-tight">{t('title')}</h2>
      {weighed.kind === 'waiting' && <p className="text-soft">{everywhere('loading')}</p>}
      {weighed.kind === 'ended' && <p>{t('ended')}</p>}
      {weighed.kind === 'fault' && <p role="alert">{everywhere(`faults.${faultWords(weighed.status, 'shopper')}`)}</p>}
      {weighed.kind === 'no-pass' && (
        <>
          <p className="text-soft">{t('invite')}</p>
          <a
            href="/pass"
            className="grid min-h-16 place-items-center rounded-box border-2 border-teal px-5 font-semibold text-l text-teal hover:bg-teal-tint"
          >
            {t('inviteAct')}
          </a>
        </>
      )}
      {decision && (
        <>
          <div role="status" className="grid justify-items-start gap-2">
            <Badge wraps tone={TONES[decision.outcome]}>
              {t(decision.outcome)}
            </Badge>
            <p className="text-s text-soft">{t('leaving', { side: nameIn(side?.names, language, decision.exitSide) })}</p>
          </div>
          <AllowanceMeter
            decision={decision}
            names={names}
            dutyInTill={duty && priceIn(duty, currency, market.lawRates)}
            most={4}
          />
        </>
      )}
    </section>
  );
}
