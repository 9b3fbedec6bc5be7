'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Money } from '#lib/money/money.ts';
import { pathBetween } from '#lib/money/rate.ts';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import type { RefusalView } from '../_ui/views.ts';
import { ChipRow } from './chip-row.tsx';
import { Figure } from './pay-figure.tsx';
import { QuickAmounts } from './quick-amounts.tsx';
import { useStall } from './stall-context.tsx';
import { TenderEntry } from './tender-entry.tsx';
import { TenderList } from './tender-list.tsx';
import { type Entry, exactIn, quickAmounts, standingOf, type Tender } from './tenders.ts';
import { Unanswered } from './unanswered.tsx';
import type { Act } from './use-act.ts';
import { useTyping } from './use-typing.ts';

type Props = {
  readonly total: Money;
  /** What the goods come to and what comes back for them, where that is less. */
  readonly exchange: { readonly goods: Money; readonly back: Money } | null;
  readonly act: Act;
  readonly refusals: readonly RefusalView[];
  readonly fault: number | null;
  /** The sale could not be written down here, and so was not made. */
  readonly isUnkept: boolean;
  /** Makes the sale that is being sent without an answer; undefined where that is not allowed. */
  readonly onFinish: (() => void) | undefined;
  /** `changeIn`: another currency than the sale's. */
  readonly onPay: (tenders: readonly Tender[], changeIn: string | undefined) => void;
  readonly onClose: () => void;
};

/** What is handed over, in any of the market's currencies and in as many parts as it takes. Enter does the next thing. */
export function PayDialog({ total, exchange, act, refusals, fault, isUnkept, onFinish, onPay, onClose }: Props) {
  const t = useTranslations('till.pay');
  const o = useTranslations('offline.sale');
  const x = useTranslations('counter.exchange');
  const { rates, link, cashUnits } = useStall();
  const [tenders, setTenders] = useState<readonly Tender[]>([]);
  const [entry, setEntry] = useState<Entry>({ kind: 'cash', currency: total.currency, amount: '', reference: '' });
  const [changeIn, setChangeIn] = useState<string>();
  const listed = standingOf(total, tenders, rates, { units: cashUnits });
  const typed = tenderOf(entry);
  const all = typed ? [...tenders, typed] : tenders;
  const standing = standingOf(total, all, rates, { units: cashUnits, changeIn });
  const isBusy = act.state !== 'idle';
  const owed = exactIn(listed.due, entry, rates, cashUnits);
  const missesReference = typed?.kind === 'qr' && typed.reference === '';
  const ready = standing.enough && !missesReference && !isBusy;

  const put = (change: Partial<Entry>): void => setEntry((now) => ({ ...now, ...change }));
  /** A part that is not enough joins the list; once there is enough, the sale is made. */
  const next = (): void => {
    if (ready) onPay(all, standing.change.currency === total.currency ? undefined : changeIn);
    else if (typed && !standing.over && !missesReference && !isBusy) {
      setTenders(all);
      setEntry({ ...entry, amount: '', reference: '' });
    }
  };
  useTyping({ value: entry.amount, onChange: (amount) => put({ amount }), onEnter: next, decimal: true, enabled: !isBusy });

  return (
    <Dialog
      title={t('title')}
      isOpen
      wide
      onClose={() => !isBusy && onClose()}
      acts={
        <>
          {typed && !standing.enough && !standing.over && (
            <Button size="l" onPress={next} isDisabled={missesReference}>
              {t('add')}
            </Button>
          )}
          <Button
            look="primary"
            size="xl"
            className="sm:min-w-80"
            isDisabled={!ready && !isBusy}
            isPending={isBusy}
            onPress={next}
          >
            {isBusy ? t('sending') : link === 'online' ? t('confirm') : o('confirm')}
          </Button>
        </>
      }
    >
      <Unanswered act={act} fault={fault} onFinish={onFinish} />
      {isUnkept && (
        <p role="alert" className="rounded-box border-2 border-red bg-red-tint p-4 text-red">
          {o('unkept')}
        </p>
      )}
      {!isBusy && <Refusal refusals={refusals} />}
      <div className="grid items-start gap-6 md:grid-cols-[1fr_20rem]">
        <div className="grid gap-4">
          {exchange && <Figure name={x('goods')} money={exchange.goods} size="m" />}
          {exchange && <Figure name={x('back')} money={{ ...exchange.back, minor: -exchange.back.minor }} size="m" />}
          <Figure name={exchange ? x('pay') : t('total')} money={total} />
          <Figure name={t('handed')} money={standing.handed} />
          {standing.enough ? (
            <Figure name={t('change')} money={standing.change} size="xxl" isLoud />
          ) : (
            <Figure name={t('due')} money={standing.due} size="xxl" />
          )}
          {standing.enough && standing.rounding.minor !== 0 && <Figure name={t('rounding')} money={standing.rounding} size="m" />}
          {standing.enough && standing.change.minor > 0 && (
            <ChangeIn value={standing.change.currency} own={total.currency} onChange={setChangeIn} />
          )}
          {standing.over && <p className="rounded-lg bg-saffron-tint px-3 py-2 text-saffron-ink">{t('over')}</p>}
          {missesReference && <p className="rounded-lg bg-saffron-tint px-3 py-2 text-saffron-ink">{t('referenceNeeded')}</p>}
          <QuickAmounts
            amounts={entry.kind === 'cash' && owed ? quickAmounts(owed) : owed && owed.minor > 0 ? [owed] : []}
            onChoose={(amount) => put({ amount })}
          />
          <TenderList tenders={tenders} onRemove={(place) => setTenders(tenders.filter((_, one) => one !== place))} />
        </div>
        <TenderEntry entry={entry} onChange={put} due={owed} />
      </div>
    </Dialog>
  );
}

type ChangeInProps = { readonly value: string; readonly own: string; readonly onChange: (currency: string | undefined) => void };

/** Which money the change is wanted in. */
function ChangeIn({ value, own, onChange }: ChangeInProps) {
  const t = useTranslations('till.pay');
  const { market, rates } = useStall();
  const others = market.currencies.filter((one) => one !== own && pathBetween(own, one, rates) !== undefined);
  return (
    <div className="grid gap-1">
      <p className="text-s text-soft">{t('changeIn')}</p>
      <ChipRow
        label={t('changeIn')}
        value={value}
        wraps
        onChange={(currency) => onChange(currency === own ? undefined : currency)}
        chips={[own, ...others].map((code) => ({ id: code, name: <bdi dir="ltr">{code}</bdi> }))}
      />
    </div>
  );
}

function tenderOf({ kind, currency, amount, reference }: Entry): Tender | null {
  const plain = amount.replace(/\.$/, '');
  return Number(plain) > 0
    ? { kind, amount: { amount: plain, currency }, reference: kind === 'cash' ? '' : reference.trim() }
    : null;
}
