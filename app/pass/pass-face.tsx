'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { displayCode } from '#lib/pass/short-code.ts';
import { countryName } from '../_ui/countries.ts';
import { dateWords } from '../_ui/figures.tsx';
import { PassQr } from '../_ui/pass-qr.tsx';
import { Badge, type Tone } from '../_ui/surfaces.tsx';

type Props = { readonly card: PassCard; readonly offsetMinutes: number | undefined };

const TONES: Readonly<Record<PassCard['state'], Tone>> = {
  issued: 'teal',
  'in-force': 'good',
  spent: 'plain',
  revoked: 'refusal',
  expired: 'attention',
  replaced: 'attention',
};

/** The pass itself: large enough to scan from the hand, and readable aloud where the scanner fails. */
export function PassFace({ card, offsetMinutes }: Props) {
  const t = useTranslations('pass');
  const language = useLocale();
  const { state } = card;
  const isOver = state !== 'issued' && state !== 'in-force';
  const words = state === 'in-force' && card.visit?.state === 'presented' ? 'presented' : state;
  return (
    <section className="grid justify-items-center gap-4 rounded-2xl border-2 border-teal bg-surface p-4 text-center">
      <div role="status">
        <Badge wraps tone={TONES[state]}>
          {t(`states.${words}`)}
        </Badge>
      </div>
      {isOver ? (
        <p className="text-l">{t(`next.${state}`)}</p>
      ) : (
        <PassQr text={card.qr} label={t('qrLabel')} size="min(20rem, 78vw)" />
      )}
      <div className="grid gap-1">
        <p className="text-s text-soft">{t('codeLabel')}</p>
        <p className="num font-bold text-[1.9rem] leading-none tracking-wide">
          <bdi dir="ltr">{displayCode(card.code)}</bdi>
        </p>
      </div>
      <p className="font-semibold">{t('validUntil', { until: dateWords({ at: card.validUntil, offsetMinutes }, language) })}</p>
      <p className="text-s text-soft">
        {t('holder')}{' '}
        <bdi dir="ltr" className="font-semibold text-ink">
          {card.traveller.initials}
        </bdi>{' '}
        · {countryName(card.traveller.nationality, language)}
      </p>
    </section>
  );
}
