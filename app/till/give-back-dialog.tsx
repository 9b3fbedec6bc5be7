'use client';
import { useTranslations } from 'next-intl';
import { inCash } from '#lib/money/cash.ts';
import type { Money } from '#lib/money/money.ts';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import type { RefusalView } from '../_ui/views.ts';
import { Figure } from './pay-figure.tsx';
import { useStall } from './stall-context.tsx';
import { Unanswered } from './unanswered.tsx';
import type { Act } from './use-act.ts';

type Props = {
  readonly goods: Money;
  /** What came back is worth; no less than the goods. */
  readonly back: Money;
  readonly act: Act;
  readonly refusals: readonly RefusalView[];
  readonly fault: number | null;
  readonly onFinish: () => void;
  readonly onClose: () => void;
};

/** An exchange in which the shopper has nothing to pay: what they are given, and one key. */
export function GiveBackDialog({ goods, back, act, refusals, fault, onFinish, onClose }: Props) {
  const t = useTranslations('counter.exchange');
  const p = useTranslations('till.pay');
  const { cashUnits } = useStall();
  const due = { minor: back.minor - goods.minor, currency: goods.currency };
  const cash = inCash(due, cashUnits);
  const rounding = { minor: cash.minor - due.minor, currency: due.currency };
  const isBusy = act.state !== 'idle';
  return (
    <Dialog
      title={t('act')}
      isOpen
      onClose={() => !isBusy && onClose()}
      acts={
        <Button look="primary" size="xl" className="sm:min-w-80" autoFocus isPending={isBusy} onPress={onFinish}>
          {isBusy ? p('sending') : t('confirm')}
        </Button>
      }
    >
      <Unanswered act={act} fault={fault} />
      {!isBusy && <Refusal refusals={refusals} />}
      <div className="grid gap-4">
        <Figure name={t('goods')} money={goods} />
        <Figure name={t('back')} money={{ ...back, minor: -back.minor }} />
        {cash.minor > 0 ? (
          <Figure name={t('give')} money={cash} size="xxl" isLoud />
        ) : (
          <p className="font-semibold text-l text-teal">{t('nothing')}</p>
        )}
        {rounding.minor !== 0 && <Figure name={p('rounding')} money={rounding} size="m" />}
      </div>
    </Dialog>
  );
}
