'use client';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from 'react-aria-components';
import type { LimitRow } from '#lib/law/decision.ts';
import { countryName } from '../_ui/countries.ts';
import { dateWords, moneyWords, useMeasureWords } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { StatusBanner } from '../_ui/status-banner.tsx';
import { dutyInSideMoney } from './duty.ts';
import type { ExitView, GateMarket } from './gate-views.ts';

type Props = { readonly exit: ExitView; readonly market: GateMarket; readonly onWhy: () => void };

/** Go, Declare or Stop, with the arithmetic in a sentence; once it is closed, how it ended. */
export function ExitBanner({ exit, market, onWhy }: Props) {
  const t = useTranslations('gate.exit');
  const everywhere = useTranslations('everywhere');
  const language = useLocale();
  const { state, settlement, decision } = exit;
  const offsetMinutes = market.sides.find(({ code }) => code === exit.exitSide)?.offsetMinutes;
  const sideName = (code: string): string => nameIn(market.sides.find((side) => side.code === code)?.names, language, code);
  const time = (at: string): string => dateWords({ at, show: 'time', offsetMinutes }, language);
  const isOpen = state === 'presented';
  const status = isOpen ? settlement : state === 'settled' ? 'green' : 'amber';
  return (
    <StatusBanner
      status={status}
      title={isOpen ? t(settlement) : t(`settled.${state}`)}
      foot={
        <div className="flex w-full flex-wrap items-center justify-between gap-x-4">
          <span>
            {t('route', {
              nationality: countryName(exit.pass.traveller.nationality, language),
              gate: exit.gate,
              side: sideName(exit.exitSide),
            })}
            {exit.entrySide !== exit.exitSide && ` · ${t('otherSide', { side: sideName(exit.entrySide) })}`}
            {exit.pass.visit && ` · ${t('inSince', { time: time(exit.pass.visit.enteredAt) })}`}
          </span>
          <Button onPress={onWhy} className="min-h-12 px-2 underline underline-offset-4 focus-visible:outline-white">
            {everywhere('why')}
          </Button>
        </div>
      }
    >
      {!isOpen && <p className="font-bold">{t(`settledNote.${state}`)}</p>}
      <p>{exit.goods === 0 ? t('nothing') : `${t('stalls', { count: exit.stalls })} · ${t('goods', { count: exit.goods })}`}</p>
      {isOpen && <Arithmetic exit={exit} market={market} />}
      {decision.forbidden.length > 0 && isOpen && (
        <p className="font-bold">{t('forbidden', { count: decision.forbidden.length })}</p>
      )}
      {exit.tillsNotHeardFrom.map(({ stall, since }) => (
        <p key={stall}>{t('silent', { stall, since: time(since) })}</p>
      ))}
    </StatusBanner>
  );
}

/** What stops them, else every limit that was passed, else how far the first one is taken; then the duty. */
function Arithmetic({ exit, market }: Pick<Props, 'exit' | 'market'>) {
  const t = useTranslations('gate.exit');
  const law = useTranslations('law');
  const language = useLocale();
  const words = useMeasureWords();
  const { limits, duty, forbidden } = exit.decision;
  const nameOf = (rule: string): string => nameIn(market.rules.find(({ id }) => id === rule)?.names, language, rule);
  const stopping = new Set(forbidden.map(({ rule }) => rule));
  const over = limits.filter((limit) => limit.over > 0 && (stopping.size === 0 || stopping.has(limit.rule)));
  const [headline] = limits;
  const owed = exit.duty && duty && duty.minor > 0 ? moneyWords(exit.duty, language) : null;
  const other = dutyInSideMoney(exit, market);
  return (
    <>
      {over.map((limit) => (
        <p key={limit.account} className="font-bold">
          {overSentence(limit)}
        </p>
      ))}
      {over.length === 0 && headline && exit.goods > 0 && (
        <p className="font-bold">
          {t('taken', {
            name: nameOf(headline.rule),
            taken: words({ value: headline.limit - headline.left, unit: headline.unit }),
            limit: words({ value: headline.limit, unit: headline.unit }),
            left: words({ value: headline.left, unit: headline.unit }),
          })}
        </p>
      )}
      {owed && (
        <p className="font-bold text-[1.3em]">
          {other ? t('dutyToo', { amount: owed, other: moneyWords(other, language) }) : t('duty', { amount: owed })}
        </p>
      )}
    </>
  );

  function overSentence(limit: LimitRow): string {
    if (limit.measure === 'exits') return law('reasons.exits-used-up');
    const { unit } = limit;
    return t('over', {
      name: nameOf(limit.rule),
      over: words({ value: limit.over, unit }),
      limit: words({ value: limit.limit, unit }),
    });
  }
}
