'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RateText } from '../../_decision/rate-text.tsx';
import { ReasonDialog } from '../../_desk/reason-dialog.tsx';
import { RowAct } from '../../_desk/row-acts.tsx';
import { DateText } from '../../_ui/figures.tsx';
import { Panel } from '../../_ui/surfaces.tsx';
import type { Motion } from '../law/law-views.ts';
import { useMotionWords } from '../law/motion-words.ts';
import { useMayAct } from '../office-frame.tsx';

const IN_SIGHT = 12;

/** Official rates that one person has entered and another has yet to sign. */
export function WaitingRates({ motions, onDone }: { readonly motions: readonly Motion[]; readonly onDone: () => void }) {
  const t = useTranslations('lawRoom.rates');
  const words = useTranslations('lawRoom.motions');
  const what = useMotionWords();
  const mayAct = useMayAct();
  const [asked, setAsked] = useState<{ readonly motion: Motion; readonly signs: boolean } | null>(null);
  return (
    <Panel title={t('waiting')}>
      {motions.map((motion) => (
        <div
          key={motion.id}
          className="flex flex-wrap items-center justify-between gap-4 border-line border-b pb-4 last:border-0 last:pb-0"
        >
          <div className="grid gap-1">
            <p className="font-bold">
              {what(motion)} · <bdi>{motion.signers[0]?.name}</bdi>
            </p>
            {motion.subject.kind === 'rates' &&
              motion.subject.rates.slice(0, IN_SIGHT).map((rate) => (
                <p key={`${rate.date}${rate.base}${rate.quote}`} className="flex flex-wrap gap-x-3">
                  <RateText rate={rate} />
                  <span className="text-soft">
                    <DateText at={rate.date} show="day" /> · <bdi>{rate.source}</bdi>
                  </span>
                </p>
              ))}
          </div>
          {mayAct && (
            <span className="flex flex-wrap">
              <RowAct
                label={words('sign')}
                whole={words('signOne', { what: what(motion) })}
                onPress={() => setAsked({ motion, signs: true })}
              />
              <RowAct
                danger
                label={words('withdraw')}
                whole={words('withdrawOne', { what: what(motion) })}
                onPress={() => setAsked({ motion, signs: false })}
              />
            </span>
          )}
        </div>
      ))}
      {asked && (
        <ReasonDialog
          title={words(asked.signs ? 'signOne' : 'withdrawOne', { what: what(asked.motion) })}
          note={words(asked.signs ? 'signRatesNote' : 'withdrawNote')}
          label={words(asked.signs ? 'sign' : 'withdraw')}
          path={`law/motions/${asked.motion.id}/${asked.signs ? 'signatures' : 'withdrawals'}`}
          done={words(asked.signs ? 'signed' : 'withdrawn')}
          withoutReason={asked.signs}
          onClose={() => setAsked(null)}
          onDone={onDone}
        />
      )}
    </Panel>
  );
}
