'use client';
import { useLocale, useTranslations } from 'next-intl';
import { ColumnHeads } from '../_ui/column-heads.tsx';
import { useDutyStepWords } from '../_ui/duty-step-words.ts';
import { DateText, decimalOf, MoneyText } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { Panel } from '../_ui/surfaces.tsx';
import { useAnswerWords } from './answer-words.ts';
import type { OpenedDecision } from './opened-decision.ts';
import { RateText } from './rate-text.tsx';

/** The arithmetic: on what, at which rate, how much; the exchange rates with their days; the open questions as answered then. */
export function DecisionDuty({ opened: { decision, pack } }: { readonly opened: OpenedDecision }) {
  const t = useTranslations('decision');
  const answer = useAnswerWords();
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <Panel title={t('duty')}>{decision.duty === null ? <p>{t('noDuty')}</p> : <Steps decision={decision} pack={pack} />}</Panel>
      <Panel title={t('rates')}>
        {decision.rates.length === 0 && <p>{t('noRates')}</p>}
        <ul className="grid gap-2">
          {decision.rates.map((rate) => (
            <li key={`${rate.base}${rate.quote}${rate.date}`} className="flex flex-wrap items-baseline gap-x-4">
              <b>
                <RateText rate={rate} />
              </b>
              <span className="text-soft">
                <DateText at={rate.date} show="day" /> · <bdi>{rate.source}</bdi>
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('settings')} className="xl:col-span-2">
        <dl className="grid gap-3">
          {Object.entries(decision.settings).map(([id, value]) => (
            <div key={id} className="grid gap-x-6 sm:grid-cols-[1fr_auto]">
              <dt className="text-s text-soft">
                <bdi lang="en" dir="ltr">
                  {pack.settings.find((setting) => setting.id === id)?.question ?? id}
                </bdi>
              </dt>
              <dd className="font-semibold sm:text-end">{answer(value)}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </div>
  );
}

function Steps({ decision, pack }: Pick<OpenedDecision, 'decision' | 'pack'>) {
  const t = useTranslations('decision');
  const language = useLocale();
  const words = useDutyStepWords();
  const { duty, dutySteps } = decision;
  return (
    <div className="overflow-x-auto">
      <table aria-label={t('duty')} className="num w-full">
        <ColumnHeads names={[t('rule'), t('basis'), t('rate'), t('amount')]} />
        <tbody>
          {dutySteps.map((step) => (
            <tr key={`${step.rule}${step.rate}`} className="border-line border-b align-baseline">
              <th scope="row" className="py-2 text-start font-normal">
                {nameIn(pack.rules.find(({ id }) => id === step.rule)?.names, language, step.rule)}
              </th>
              <td className="whitespace-nowrap py-2 ps-4 text-end">
                <bdi>{words.basis(step)}</bdi>
              </td>
              <td className="whitespace-nowrap py-2 ps-4 text-end">
                × <bdi>{words.rate(step)}</bdi>
              </td>
              <td className="whitespace-nowrap py-2 ps-4 text-end font-semibold">
                <MoneyText amount={{ amount: decimalOf(step.minor, step.currency), currency: step.currency }} />
              </td>
            </tr>
          ))}
        </tbody>
        {duty && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={3} className="py-2 text-start font-bold">
                {t('total')}
              </th>
              <td className="whitespace-nowrap py-2 ps-4 text-end font-bold">
                <MoneyText amount={{ amount: decimalOf(duty.minor, duty.currency), currency: duty.currency }} />
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
