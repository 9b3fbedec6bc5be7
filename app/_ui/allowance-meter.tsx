'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { isSaved } from '#lib/exit/counted-exit.ts';
import type { Decision, DutyStep, LimitRow } from '#lib/law/decision.ts';
import { languageOf } from '#lib/words/languages.ts';
import { classNames } from './class-names.ts';
import { useDutyStepWords } from './duty-step-words.ts';
import { DateText, dateWords, decimalOf, moneyWords, useMeasureWords } from './figures.tsx';
import { numberFormat } from './formats.ts';
import type { Amount } from './views.ts';

type Props = {
  readonly decision: Decision;
  /** Short name of each rule in the reader's language. */
  readonly names: Readonly<Record<string, string>>;
  /** compact: beside a basket; full: on a screen of its own, with the arithmetic in words. */
  readonly variant?: 'compact' | 'full';
  /** The same duty in the currency the reader pays in, where it is known. */
  readonly dutyInTill?: Amount | undefined;
  /** 'Why?' */
  readonly why?: ReactNode;
  /** Limits that nothing touches are left out beyond this many; limits in use always stay. */
  readonly most?: number;
};

/** What may still be carried out: one bar per limit. Solid is used, hatched is this basket, red is over; the words say the same. */
export function AllowanceMeter({
  decision,
  names,
  variant = 'compact',
  dutyInTill,
  why,
  most = variant === 'full' ? 12 : 4,
}: Props) {
  const t = useTranslations('law');
  const shown = limitsToShow(decision.limits, most);
  return (
    <section aria-label={t('allowance')} className={classNames('grid', variant === 'full' ? 'gap-6' : 'gap-3')}>
      {shown.map((limit) => (
        <LimitBar
          key={limit.account}
          limit={limit}
          name={names[limit.rule] ?? t(`measures.${limit.measure}`)}
          partNames={(limit.parts ?? []).map((_, index) => names[`${limit.rule}.${index + 1}`] ?? '')}
          variant={variant}
        />
      ))}
      <DutySentence decision={decision} names={names} variant={variant} dutyInTill={dutyInTill} why={why} />
    </section>
  );
}

const ALWAYS: readonly LimitRow['measure'][] = ['value', 'weight', 'exits'];

/** Limits in use first kept in the law's order; the untouched ones fill what room is left. */
function limitsToShow(limits: readonly LimitRow[], most: number): readonly LimitRow[] {
  const inUse = limits.filter(({ used, visit, over }) => used + visit + over > 0);
  const headline = limits.filter(({ measure }) => ALWAYS.includes(measure));
  const kept = new Set([...headline, ...inUse]);
  for (const limit of limits) if (kept.size < most) kept.add(limit);
  return limits.filter((limit) => kept.has(limit));
}

type BarProps = {
  readonly limit: LimitRow;
  readonly name: string;
  readonly partNames: readonly string[];
  readonly variant: 'compact' | 'full';
};

function LimitBar({ limit, name, partNames, variant }: BarProps) {
  const t = useTranslations('law');
  const words = useMeasureWords();
  const full = variant === 'full';
  const inLimit = Math.max(0, limit.limit - limit.used - limit.left);
  const share = (value: number): string => `${(100 * value) / Math.max(1, limit.limit + limit.over)}%`;
  const say = (value: number): string => words({ value, unit: limit.unit });
  const hot = limit.over > 0;
  const more = usePartsLeft(limit, partNames);
  const state = hot
    ? t('over', { over: say(limit.over), limit: say(limit.limit) })
    : isSaved(limit)
      ? t('keptForLater')
      : (more ?? t('leftOf', { left: say(limit.left), limit: say(limit.limit) }));

  return (
    <div className="grid gap-1">
      <div className={classNames('flex flex-wrap items-baseline justify-between gap-x-4', full ? 'text-l' : 'text-s')}>
        <span className={full ? 'font-semibold' : 'text-soft'}>{name}</span>
        <b className={classNames('num', hot ? 'text-red' : 'text-ink', full ? 'text-l' : 'text-m')}>
          <bdi>{state}</bdi>
        </b>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a native meter cannot show three parts */}
      <div
        role="meter"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={limit.limit}
        aria-valuenow={Math.min(limit.limit, limit.used + inLimit)}
        aria-valuetext={state}
        className={classNames('flex overflow-hidden rounded-full bg-ink/10', full ? 'h-6' : 'h-3.5')}
      >
        <span className="bg-soft" style={{ inlineSize: share(limit.used) }} />
        <span className="hatched" style={{ inlineSize: share(inLimit) }} />
        <span className="bg-red" style={{ inlineSize: share(limit.over) }} />
      </div>
      {full && limit.used + inLimit > 0 && (
        <p className="text-soft">
          {limit.used > 0 && t('usedBefore', { used: say(limit.used) })}{' '}
          {inLimit + limit.over > 0 && t('thisVisit', { visit: say(inLimit + limit.over) })}
        </p>
      )}
    </div>
  );
}

/** What is left of a mix, as somebody would say it: '140 cigarettes or 35 cigars more'. */
function usePartsLeft({ parts = [] }: LimitRow, names: readonly string[]): string | undefined {
  const t = useTranslations('law');
  const language = useLocale();
  const words = useMeasureWords();
  const left = parts.flatMap(({ unit, left }, index) => {
    const name = names[index]?.toLocaleLowerCase(language) ?? '';
    if (left === 0 || name === '') return [];
    const amount =
      unit === 'g' || unit === 'ml' ? words({ value: left, unit }) : numberFormat(languageOf(language).tag).format(left);
    return [t('partLeft', { amount, name })];
  });
  return left.length === 0 ? undefined : t('more', { list: left.join(t('or')) });
}

type SentenceProps = Pick<Props, 'decision' | 'names' | 'dutyInTill' | 'why'> & { readonly variant: 'compact' | 'full' };

/** What will be owed at the gate, or what may not leave, with the rule and the rate that say so. */
function DutySentence({ decision, names, dutyInTill, why, variant }: SentenceProps) {
  const t = useTranslations('law');
  const language = useLocale();
  const forbidden = decision.forbidden.length;
  const duty = decision.duty && decision.duty.minor > 0 ? decision.duty : null;
  if (forbidden === 0 && !duty) return null;
  const box = classNames('grid gap-1 rounded-lg border-s-[5px] px-3 py-2.5', variant === 'full' ? 'text-m' : 'text-s');
  return (
    <>
      {forbidden > 0 && (
        <p className={classNames(box, 'border-red bg-red-tint text-red')}>
          <span>
            <b>{t('forbidden', { count: forbidden })}</b> {ruleList(decision.forbidden.map(({ rule }) => rule))}
          </span>
        </p>
      )}
      {duty && (
        <div className={classNames(box, 'border-saffron bg-saffron-tint text-saffron-ink')}>
          <p>
            <b>{t('duty', { amount: amounts(duty) })}</b> <DutySteps steps={decision.dutySteps} names={names} />{' '}
            {decision.rates[0] && (
              <>
                {t('rateOf')} <DateText at={decision.rates[0].date} show="day" />
                {dateWords({ at: decision.rates[0].date, show: 'day' }, language).endsWith('.') ? '' : t('fullStop')}
              </>
            )}{' '}
            {why}
          </p>
        </div>
      )}
    </>
  );

  /** In the law's currency, and in the one that is paid in where that is another. */
  function amounts({ minor, currency }: { readonly minor: number; readonly currency: string }): string {
    const owed = moneyWords({ amount: decimalOf(minor, currency), currency }, language);
    if (!dutyInTill || dutyInTill.currency === currency) return owed;
    return t('inOther', { amount: owed, other: moneyWords(dutyInTill, language) });
  }

  function ruleList(rules: readonly string[]): string {
    return [...new Set(rules)].map((rule) => t('rule', { name: names[rule] ?? rule, id: rule })).join(' ');
  }
}

/** Each rule that adds to the duty, once, with its rate as the law writes it. */
function DutySteps({ steps, names }: { readonly steps: readonly DutyStep[]; readonly names: Props['names'] }) {
  const t = useTranslations('law');
  const words = useDutyStepWords();
  const once = steps.filter(
    (step, place) => steps.findIndex((other) => other.rule === step.rule && other.rate === step.rate) === place,
  );
  return (
    <>
      {once.map((step) => (
        <span key={`${step.rule}${step.rate}`}>
          <bdi>{words.rate(step)}</bdi> · {t('rule', { name: names[step.rule] ?? step.rule, id: step.rule })}{' '}
        </span>
      ))}
    </>
  );
}
