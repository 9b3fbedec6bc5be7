'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { LimitRow } from '#lib/law/decision.ts';
import { Dialog } from '../_ui/dialog.tsx';
import { useDutyStepWords } from '../_ui/duty-step-words.ts';
import { DateText, dateWords, decimalOf, MeasureText, MoneyText } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { Badge } from '../_ui/surfaces.tsx';
import type { ExitView, GateMarket } from './gate-views.ts';

type Props = { readonly exit: ExitView; readonly market: GateMarket; readonly onClose: () => void };

/** Why the gate says what it says: reasons, each rule with its arithmetic and source, the duty step by step, the rates. */
export function WhyDialog({ exit: { decision }, market, onClose }: Props) {
  const t = useTranslations('gate.why');
  const law = useTranslations('law');
  const words = useDutyStepWords();
  const language = useLocale();
  const side = market.sides.find(({ code }) => code === decision.exitSide);
  const reasons = [...new Set(decision.reasons.map(({ reason }) => reason))];
  return (
    <Dialog wide title={t('title')} isOpen onClose={onClose}>
      <Part title={t('reasons')}>
        <ul className="ms-5 list-disc">
          {reasons.map((reason) => (
            <li key={reason}>{law.has(`reasons.${reason as 'within'}`) ? law(`reasons.${reason as 'within'}`) : reason}</li>
          ))}
        </ul>
      </Part>
      <Part title={t('limits')}>
        {decision.limits.map((limit) => (
          <LimitReason key={limit.account} limit={limit} market={market} />
        ))}
      </Part>
      <Part title={t('duty')}>
        {decision.dutySteps.length === 0 && <p>{t('none')}</p>}
        {decision.dutySteps.map((step, place) => (
          <p key={place} className="flex flex-wrap items-baseline justify-between gap-4 border-line border-b pb-2">
            <span>
              <b>{nameIn(market.rules.find(({ id }) => id === step.rule)?.names, language, step.rule)}</b>{' '}
              <span className="text-soft">
                <bdi>{words.basis(step)}</bdi> · <bdi>{words.rate(step)}</bdi>
              </span>
            </span>
            <b className="num">
              <MoneyText amount={{ amount: decimalOf(step.minor, step.currency), currency: step.currency }} />
            </b>
          </p>
        ))}
      </Part>
      {decision.rates.length > 0 && (
        <Part title={t('rates')}>
          {decision.rates.map((rate) => (
            <p key={`${rate.base}${rate.quote}`} className="flex flex-wrap items-baseline gap-x-3">
              <bdi dir="ltr" className="num font-semibold">
                1 {rate.base} = {rate.scaled / 1_000_000} {rate.quote}
              </bdi>
              <span className="text-soft">
                <DateText at={rate.date} show="day" /> · <bdi>{rate.source}</bdi>
              </span>
            </p>
          ))}
        </Part>
      )}
      <p className="text-s text-soft">
        {t('pack', {
          pack: decision.pack,
          side: nameIn(side?.names, language, decision.exitSide),
          day: dateWords({ at: decision.day, show: 'day' }, language),
        })}
      </p>
    </Dialog>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="grid gap-2">
      <h3 className="font-bold text-l">{title}</h3>
      {children}
    </section>
  );
}

/** One rule: what it says, how sure we are of it, and limit, used, this visit, left. */
function LimitReason({ limit, market }: { readonly limit: LimitRow; readonly market: GateMarket }) {
  const t = useTranslations('gate.why');
  const language = useLocale();
  const rule = market.rules.find(({ id }) => id === limit.rule);
  const confidence = `confidence.${rule?.confidence as 'confirmed'}` as const;
  const figures: readonly (readonly ['limit' | 'used' | 'visit' | 'left' | 'over', number])[] = [
    ['limit', limit.limit],
    ['used', limit.used],
    ['visit', limit.visit],
    limit.over > 0 ? ['over', limit.over] : ['left', limit.left],
  ];
  return (
    <details open={limit.visit + limit.used > 0} className="rounded-box border border-line px-4 pb-4">
      <summary className="flex min-h-12 cursor-pointer flex-wrap items-center justify-between gap-2">
        <h4 className="font-bold">
          {nameIn(rule?.names, language, limit.rule)}{' '}
          <bdi dir="ltr" className="font-normal text-s text-soft">
            {limit.rule}
          </bdi>
        </h4>
        {rule && (
          <Badge tone={rule.confidence === 'confirmed' ? 'good' : 'plain'}>
            {t.has(confidence) ? t(confidence) : rule.confidence}
          </Badge>
        )}
      </summary>
      <div className="grid gap-2">
        <p>{nameIn(rule?.sentences, language)}</p>
        <dl className="grid grid-cols-4 gap-3">
          {figures.map(([name, value]) => (
            <div key={name} className={name === 'over' ? 'text-red' : ''}>
              <dt className="text-s">{t(name)}</dt>
              <dd className="num font-bold">
                <MeasureText value={value} unit={limit.unit} />
              </dd>
            </div>
          ))}
        </dl>
        {rule && <p className="text-s text-soft">{t('source', { sources: rule.sources.join(', ') })}</p>}
      </div>
    </details>
  );
}
