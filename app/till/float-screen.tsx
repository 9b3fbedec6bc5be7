'use client';
import { Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { LanguageSwitch } from '../_ui/language-switch.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import { PageHeader } from '../_ui/surfaces.tsx';
import type { RefusalView } from '../_ui/views.ts';
import { AmountList, amountsIn, type Counted } from './amount-list.tsx';
import { SignOut } from './sign-out.tsx';
import { useStall } from './stall-context.tsx';
import { Unanswered } from './unanswered.tsx';
import { UndoCloseDialog } from './undo-close-dialog.tsx';
import { useAct } from './use-act.ts';

/** Opens the drawer: what lies in it now, per currency. */
export function FloatScreen() {
  const t = useTranslations('till.float');
  const { till, place, market, currency, reload } = useStall();
  const d = useTranslations('drawer.undo');
  const [isUndoing, setUndoing] = useState(false);
  const act = useAct();
  const [counted, setCounted] = useState<Counted>({});
  const [refusals, setRefusals] = useState<readonly RefusalView[]>([]);
  const [fault, setFault] = useState<number | null>(null);
  const currencies = [currency, ...market.currencies.filter((one) => one !== currency)];

  const open = async (): Promise<void> => {
    setFault(null);
    const answer = await act.run('till-sessions', { float: amountsIn(counted) });
    if (answer.kind === 'done') return reload();
    setRefusals(answer.kind === 'refused' ? answer.refusals : []);
    setFault(answer.kind === 'fault' ? answer.status : null);
  };

  return (
    <main className="mx-auto grid min-h-dvh max-w-6xl grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr_auto] gap-6 p-6">
      <PageHeader
        title={t('title')}
        note={[till.operator?.name, place].filter(Boolean).join(' · ')}
        acts={
          <>
            {till.lastClosed && (
              <Button onPress={() => setUndoing(true)}>
                <Undo2 aria-hidden size={22} />
                {d('last')}
              </Button>
            )}
            <LanguageSwitch />
            <SignOut />
          </>
        }
      />
      <form
        id="float"
        className="grid content-start gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (act.state === 'idle') void open();
        }}
      >
        <p className="max-w-prose text-soft">{t('note')}</p>
        <Refusal refusals={refusals} />
        <Unanswered act={act} fault={fault} />
        <AmountList
          label={t('title')}
          currencies={currencies}
          counted={counted}
          onChange={setCounted}
          name={(one) => t('field', { currency: one })}
        />
      </form>
      {isUndoing && till.lastClosed && (
        <UndoCloseDialog session={till.lastClosed} onClose={() => setUndoing(false)} onUndone={() => setUndoing(false)} />
      )}
      <div className="grid gap-2 sm:justify-items-end">
        <Button
          type="submit"
          form="float"
          look="primary"
          size="xl"
          className="max-sm:w-full sm:min-w-96"
          isPending={act.state !== 'idle'}
        >
          {amountsIn(counted).length === 0 ? t('openEmpty') : t('open')}
        </Button>
      </div>
    </main>
  );
}
