'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { Decision } from '#lib/law/decision.ts';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { AllowanceMeter } from '../_ui/allowance-meter.tsx';
import { dateWords, useMeasureWords } from '../_ui/figures.tsx';
import { nameIn, ruleNamesIn } from '../_ui/names.ts';
import { Tabs } from '../_ui/tabs.tsx';
import type { PhoneMarket } from '../market/market-views.ts';
import type { Visit } from './use-visit.ts';
import { whatIsLeft } from './what-is-left.ts';

type Props = {
  readonly card: PassCard;
  /** The side they leave to first. */
  readonly sides: readonly string[];
  readonly market: PhoneMarket;
  readonly visit: Visit;
};

/** What may still be taken, by the law of the side they leave to; the other side's law for comparison. */
export function AllowanceBySide({ card, sides, market, visit }: Props) {
  const t = useTranslations('pass.allowance');
  const law = useTranslations('law');
  const language = useLocale();
  const sideName = (code: string): string => nameIn(market.sides.find((side) => side.code === code)?.names, language, code);
  // Two tabs have to fit a phone: the country's name where there are words for it.
  const shortName = (code: string): string => (law.has(`sides.${code as 'CN'}`) ? law(`sides.${code as 'CN'}`) : sideName(code));
  const offsetMinutes = market.sides.find(({ code }) => code === card.side)?.offsetMinutes;
  const names = ruleNamesIn(market.rules ?? [], language);
  const [own] = sides;
  const asOf = visit.decisions[own ?? '']?.at;
  return (
    <section className="grid gap-3 rounded-2xl border-2 border-line bg-surface p-4">
      <h2 className="font-bold text-l">{t('title')}</h2>
      <Tabs
        label={t('sides')}
        tabs={sides.map((code) => ({
          id: code,
          name: shortName(code),
          panel: (
            <div className="grid gap-4">
              {code !== own && (
                <p className="rounded-lg bg-saffron-tint px-3 py-2 text-s text-saffron-ink">
                  {t('otherSide', { side: sideName(own ?? ''), other: sideName(code) })}
                </p>
              )}
              <OneSide decision={visit.decisions[code] ?? null} names={names} />
            </div>
          ),
        }))}
      />
      {asOf !== undefined && (
        <p className="text-s text-soft">{t('asOf', { time: dateWords({ at: asOf, show: 'time', offsetMinutes }, language) })}</p>
      )}
    </section>
  );
}

type OneSideProps = { readonly decision: Decision | null; readonly names: Readonly<Record<string, string>> };

function OneSide({ decision, names }: OneSideProps) {
  const t = useTranslations('pass.allowance');
  const law = useTranslations('law');
  const words = useMeasureWords();
  if (!decision) return <p className="text-soft">{t('unknown')}</p>;
  const left = whatIsLeft(decision);
  return (
    <>
      <p className="font-semibold text-l leading-snug">
        {left.length === 0 ? t('none') : t('left', { list: left.map((one) => words(one)).join(law('comma')) })}
      </p>
      <AllowanceMeter decision={decision} names={names} most={12} />
    </>
  );
}
