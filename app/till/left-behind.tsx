'use client';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import { Unanswered } from './unanswered.tsx';
import type { Sale } from './use-sale.ts';

/** A sale that was on its way when the till stopped: it is finished before anything else, or it is said why it cannot be. */
export function LeftBehind({ sale }: { readonly sale: Sale }) {
  const t = useTranslations();
  const isBusy = sale.act.state !== 'idle';
  const isFailed = !isBusy && (sale.refusals.length > 0 || sale.fault !== null);
  return (
    <Dialog
      kind="alert"
      title={t(isFailed ? 'till.again.refused' : 'till.again.resumed')}
      isOpen={sale.isLeftBehind && (isBusy || isFailed)}
      onClose={sale.clear}
      acts={isFailed && <Button onPress={sale.clear}>{t('everywhere.close')}</Button>}
    >
      <Unanswered act={sale.act} fault={sale.fault} onFinish={sale.canFinish ? () => void sale.finish() : undefined} />
      {isFailed && <Refusal refusals={sale.refusals} />}
    </Dialog>
  );
}
