'use client';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Checkbox } from 'react-aria-components';
import type { Decision } from '#lib/law/decision.ts';
import { amountOf } from '#lib/money/money.ts';
import { convert } from '#lib/money/rate.ts';
import { AllowanceMeter } from '../_ui/allowance-meter.tsx';
import { basketAlone } from '../_ui/basket-alone.ts';
import { Button } from '../_ui/button.tsx';
import { classNames } from '../_ui/class-names.ts';
import { ExitChoice } from '../_ui/exit-choice.tsx';
import { faultWords } from '../_ui/fault.ts';
import { DateText, MoneyText } from '../_ui/figures.tsx';
import { useRefusalWords } from '../_ui/refusal.tsx';
import type { RefusalView } from '../_ui/views.ts';
import { type Duty, decisionOf, owedBefore, passRefusal } from './may-pay.ts';
import { useStall } from './stall-context.tsx';
import type { TillPass } from './till-views.ts';
import type { Decisions } from './use-decisions.ts';
import type { ExitChoices } from './use-exit-choice.ts';

type Props = {
  readonly pass: TillPass;
  readonly decisions: Decisions;
  readonly acknowledged: Duty | undefined;
  readonly onAcknowledge: (duty: Duty | null) => void;
  readonly exits: ExitChoices;
  readonly onWhy: () => void;
};

/** What this pass may still take with this basket, and the duty that its holder has to say yes to. */
export function AllowancePane({ pass, decisions, acknowledged, onAcknowledge, exits, onWhy }: Props) {
  const t = useTranslations('till.allowance');
  const c = useTranslations('everywhere');
  const o = useTranslations('offline.sale');
  const { ruleNames, rates, currency, offsetMinutes, link } = useStall();
  const asked = decisions.byPass[pass.id];
  const decision = decisionOf(decisions, pass.id);
  const refusal = passRefusal(pass) ?? (asked?.answer.kind === 'refused' ? asked.answer.refusals[0] : undefined);
  // What the tablet decides until the market answers, a moment later, is no news: the note would come and go with every scan.
  const asOf = decisions.isFresh || link !== 'online' ? asked?.asOf : undefined;
  const duty = decision?.duty && decision.duty.minor > 0 ? decision.duty : null;
  const exit = decision?.forbidden.length === 0 ? exits.open.find((each) => each.pass === pass.id) : undefined;
  return (
    <div aria-busy={!decisions.isFresh} className="grid grid-cols-[minmax(0,1fr)] gap-2.5 border-line border-b px-5 pb-3">
      <div
        className={classNames(
          exit ? 'max-h-[9.5rem]' : 'max-h-[18.5rem]',
          '-mx-5 grid grid-cols-[minmax(0,1fr)] gap-2.5 overflow-y-auto px-5',
        )}
      >
        {refusal && <ShortRefusal refusal={refusal} />}
        {asked?.answer.kind === 'fault' && (
          <div className="flex items-center gap-3 rounded-lg bg-saffron-tint px-3 py-2 text-s text-saffron-ink">
            <p className="flex-1">
              {t('unknown')} {c(`faults.${faultWords(asked.answer.status)}`)}
            </p>
            <Button onPress={decisions.again}>{c('tryAgain')}</Button>
          </div>
        )}
        {asOf && (
          <p className="text-s text-saffron-ink">
            {o('asOf')} <DateText at={asOf} show="time" offsetMinutes={offsetMinutes} />
          </p>
        )}
        {!asked && <p className="text-s text-soft">{t('asking')}</p>}
        {decision && (
          <AllowanceMeter
            decision={shortened(alone(decision, asked?.before ?? null), exit?.rule)}
            names={ruleNames}
            most={2}
            dutyInTill={dutyInTill(duty)}
            why={
              <button type="button" onClick={onWhy} className="min-h-6 font-semibold underline underline-offset-2">
                {c('why')}
              </button>
            }
          />
        )}
      </div>
      {exit && (
        <ExitChoice
          name={ruleNames[exit.rule] ?? exit.rule}
          period={exit.period}
          count={exit.count}
          using={exit.using}
          saving={exit.saving}
          isPending={exits.isSending}
          onChoose={(choice) => void exits.choose(exit, choice)}
          firstRef={exits.firstRef}
        />
      )}
      {!exit && duty && decision?.forbidden.length === 0 && owedBefore(decisions, pass.id) < duty.minor && (
        <Agreement
          duty={duty}
          isAgreed={acknowledged?.currency === duty.currency && acknowledged.minor >= duty.minor}
          onChange={(yes) => onAcknowledge(yes ? duty : null)}
        />
      )}
    </div>
  );

  function dutyInTill(owed: Duty | null) {
    const sum = owed ? convert(owed, currency, rates) : undefined;
    return sum ? amountOf(sum.money) : undefined;
  }
}

/** What was bought before stands solid, this basket hatched. */
const alone = (decision: Decision, before: Decision | null): Decision =>
  before === null ? decision : { ...decision, limits: basketAlone(decision.limits, before.limits) };

const MOST = 4;

/** Beside a basket there is room for four bars: what is over, value and weight, whatever the goods touch, and exits that the law counts; beside a question about an exit for that one. */
function shortened(decision: Decision, asked?: string): Decision {
  if (asked !== undefined) return { ...decision, limits: decision.limits.filter(({ rule }) => rule === asked) };
  const rank = ({ over, measure, visit }: Decision['limits'][number]): number =>
    over > 0 ? 0 : measure === 'value' ? 1 : measure === 'weight' ? 2 : visit > 0 ? 3 : measure === 'exits' ? 4 : 5;
  const ranked = decision.limits.filter((limit) => rank(limit) < 5).sort((one, other) => rank(one) - rank(other));
  const kept = new Set(ranked.slice(0, MOST));
  return { ...decision, limits: decision.limits.filter((limit) => kept.has(limit)) };
}

export function ShortRefusal({ refusal }: { readonly refusal: RefusalView }) {
  const { offsetMinutes } = useStall();
  const { what, next } = useRefusalWords(offsetMinutes)(refusal);
  return (
    <p role="alert" className="rounded-lg border-red border-s-[5px] bg-red-tint px-3 py-2 text-s">
      <b className="text-red">{what}</b> {next}
    </p>
  );
}

function Agreement({
  duty,
  isAgreed,
  onChange,
}: {
  readonly duty: Duty;
  readonly isAgreed: boolean;
  readonly onChange: (yes: boolean) => void;
}) {
  const t = useTranslations('till.allowance');
  return (
    <Checkbox
      isSelected={isAgreed}
      onChange={onChange}
      className="group flex min-h-12 cursor-pointer items-center gap-3 rounded-lg border-2 border-saffron px-3 font-semibold leading-tight focus-visible:outline-3 focus-visible:outline-teal"
    >
      <span
        aria-hidden
        className="grid size-7 shrink-0 place-items-center rounded border-2 border-edge group-selected:border-teal group-selected:bg-teal group-selected:text-on-teal"
      >
        {isAgreed && <Check size={20} strokeWidth={3} />}
      </span>
      <span>
        {t('agrees')} <MoneyText amount={amountOf(duty)} />
      </span>
    </Checkbox>
  );
}
