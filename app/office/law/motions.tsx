'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { RateText } from '../../_decision/rate-text.tsx';
import { At } from '../../_desk/clock.tsx';
import { ReasonDialog } from '../../_desk/reason-dialog.tsx';
import { RowAct } from '../../_desk/row-acts.tsx';
import { DataTable, type TableColumn } from '../../_ui/data-table.tsx';
import { dateWords } from '../../_ui/figures.tsx';
import { Badge, EmptyState } from '../../_ui/surfaces.tsx';
import { useMayAct } from '../office-frame.tsx';
import type { LawNow, Motion } from './law-views.ts';
import { type MotionState, stateOf, useMotionWords } from './motion-words.ts';

const TONES = { open: 'attention', ahead: 'teal', law: 'good', withdrawn: 'plain', lapsed: 'plain' } as const satisfies Record<
  MotionState,
  string
>;

type Props = { readonly law: LawNow; readonly motions: readonly Motion[]; readonly onDone: () => void };
type Asked = { readonly act: 'sign' | 'withdraw'; readonly motion: Motion };

/** What waits for a second signature, what is signed and comes, and what became of the rest. */
export function Motions({ law, motions, onDone }: Props) {
  const t = useTranslations('lawRoom.motions');
  const mayAct = useMayAct();
  const [asked, setAsked] = useState<Asked | null>(null);
  const columns = useMotionColumns(law, mayAct ? setAsked : undefined);
  return (
    <div className="grid gap-3">
      <p className="text-soft">{t('note')}</p>
      <DataTable
        dense
        label={t('signatures')}
        columns={columns}
        items={motions}
        empty={<EmptyState title={t('none')}>{t('noneNote')}</EmptyState>}
      />
      {asked && <SignOrWithdraw {...asked} onClose={() => setAsked(null)} onDone={onDone} />}
    </div>
  );
}

function SignOrWithdraw({ act, motion, onClose, onDone }: Asked & { readonly onClose: () => void; readonly onDone: () => void }) {
  const t = useTranslations('lawRoom.motions');
  const what = useMotionWords()(motion);
  const signing = act === 'sign';
  const note = signing ? (motion.subject.kind === 'rates' ? t('signRatesNote') : t('signNote')) : t('withdrawNote');
  return (
    <ReasonDialog
      title={t(signing ? 'signOne' : 'withdrawOne', { what })}
      note={note}
      label={t(signing ? 'sign' : 'withdraw')}
      path={`law/motions/${motion.id}/${signing ? 'signatures' : 'withdrawals'}`}
      done={t(signing ? 'signed' : 'withdrawn')}
      withoutReason={signing}
      onClose={onClose}
      onDone={onDone}
    />
  );
}

function useMotionColumns(law: LawNow, onAsk: ((asked: Asked) => void) | undefined): readonly TableColumn<Motion>[] {
  const t = useTranslations('lawRoom.motions');
  const desk = useTranslations('desk');
  const language = useLocale();
  const words = useMotionWords();
  const columns: TableColumn<Motion>[] = [
    {
      id: 'what',
      name: t('what'),
      cell: (motion) => (
        <span className="grid gap-1">
          <b>{words(motion)}</b>
          {motion.subject.kind === 'rates' &&
            motion.subject.rates
              .slice(0, 4)
              .map((rate) => <RateText key={`${rate.base}${rate.quote}${rate.date}`} rate={rate} />)}
        </span>
      ),
    },
    {
      id: 'from',
      name: t('from'),
      cell: ({ effectiveFrom }) => (
        <span className="whitespace-nowrap">
          {effectiveFrom === null ? t('atOnce') : dateWords({ at: effectiveFrom, show: 'day' }, language)}
        </span>
      ),
    },
    {
      id: 'signatures',
      name: t('signatures'),
      cell: ({ signers, withdrawn, enactedAt }) => (
        <span className="grid">
          {signers.map(({ id, name, signedAt }) => (
            <span key={id}>
              <bdi>{name}</bdi>{' '}
              <span className="text-s text-soft">
                <At at={signedAt} />
              </span>
            </span>
          ))}
          {enactedAt === null && withdrawn === null && <span className="text-s text-soft">{t('missing')}</span>}
        </span>
      ),
    },
    {
      id: 'state',
      name: t('state'),
      cell: (motion) => {
        const state = stateOf(motion, law);
        return (
          <span className="grid justify-items-start gap-1">
            <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>
            {motion.withdrawn !== null && (
              <span className="text-s text-soft">
                <bdi>{t('withdrawnBy', { name: motion.withdrawnBy ?? '', reason: motion.withdrawn })}</bdi>
              </span>
            )}
          </span>
        );
      },
    },
  ];
  if (onAsk === undefined) return columns;
  const acts = (motion: Motion) => {
    const state = stateOf(motion, law);
    const what = words(motion);
    const withdrawable =
      state === 'open' || state === 'lapsed' || (state === 'ahead' && (motion.effectiveFrom ?? '') >= law.firstDay);
    return (
      <span className="flex flex-wrap justify-end">
        {state === 'open' && (
          <RowAct label={t('sign')} whole={t('signOne', { what })} onPress={() => onAsk({ act: 'sign', motion })} />
        )}
        {withdrawable && (
          <RowAct
            danger
            label={t('withdraw')}
            whole={t('withdrawOne', { what })}
            onPress={() => onAsk({ act: 'withdraw', motion })}
          />
        )}
      </span>
    );
  };
  return [...columns, { id: 'acts', name: desk('acts'), align: 'end', cell: acts }];
}
