'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { TextField } from '../_ui/fields.tsx';
import type { ExitView } from './gate-views.ts';
import { Trouble, type TroubleView, troubleOf } from './trouble.tsx';
import { useAct } from './use-act.ts';

type Props = { readonly exit: ExitView; readonly onExit: (exit: ExitView) => void; readonly onAside: () => void };

type Closing = { readonly outcome: 'settled' | 'unsettled' | 'withdrawn'; readonly dutyPaid?: boolean; readonly reason?: string };

/** The ways to end an exit case: green has one, amber and red ask what became of the duty or the goods. */
export function CloseActs({ exit, onExit, onAside }: Props) {
  const t = useTranslations('gate.close');
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState<TroubleView | null>(null);
  const { busy, run } = useAct();
  const { settlement } = exit;

  const close = async (closing: Closing): Promise<void> => {
    const answer = await run<{ exit: ExitView }>(`exits/${exit.id}/close`, closing);
    setTrouble(troubleOf(answer));
    if (answer.kind === 'done') onExit(answer.body.exit);
  };
  return (
    <section aria-label={t('title')} className="grid gap-3 rounded-box border border-line bg-surface p-4">
      {!isAsking && <Trouble trouble={trouble} />}
      {settlement === 'green' && (
        <Button look="primary" size="xl" wide isPending={busy} onPress={() => void close({ outcome: 'settled' })}>
          {t('letGo')}
        </Button>
      )}
      {settlement === 'amber' && (
        <Button look="primary" size="xl" wide isPending={busy} onPress={() => void close({ outcome: 'settled', dutyPaid: true })}>
          {t('dutyPaid')}
        </Button>
      )}
      {settlement === 'red' && <p className="font-bold text-l text-red">{t('resolveFirst')}</p>}
      <div className="grid grid-cols-2 gap-3">
        {settlement !== 'green' && (
          <Button look="danger" wide className="px-2" onPress={() => setIsAsking(true)}>
            {t('unsettled')}
          </Button>
        )}
        <Button wide className="px-2" isPending={busy} onPress={() => void close({ outcome: 'withdrawn' })}>
          {t('withdrawn')}
        </Button>
        <Button wide look="quiet" className={settlement === 'green' ? 'px-2' : 'col-span-2 px-2'} onPress={onAside}>
          {t('aside')}
        </Button>
      </div>
      {isAsking && (
        <Dialog
          title={t('unsettledTitle')}
          isOpen
          onClose={() => setIsAsking(false)}
          acts={
            <Button
              look="danger"
              size="l"
              isDisabled={reason.trim().length < 3}
              isPending={busy}
              onPress={() => void close({ outcome: 'unsettled', reason: reason.trim() })}
            >
              {t('act')}
            </Button>
          }
        >
          <Trouble trouble={trouble} />
          <p>{t('unsettledNote')}</p>
          <TextField label={t('reason')} value={reason} maxLength={500} autoFocus onChange={setReason} />
        </Dialog>
      )}
    </section>
  );
}
