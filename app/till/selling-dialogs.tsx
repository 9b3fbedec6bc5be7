'use client';
import { type Dispatch, useCallback } from 'react';
import type { Money } from '#lib/money/money.ts';
import { DecisionDialog } from '../_decision/decision-dialog.tsx';
import { ApprovalDialog } from './approval-dialog.tsx';
import type { Basket, BasketLine, BasketStep } from './basket.ts';
import { linesOf } from './basket-prices.ts';
import { DiscountDialog } from './discount-dialog.tsx';
import type { Unsent } from './disk.ts';
import { differenceOf } from './exchange.ts';
import { GiveBackDialog } from './give-back-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { LeftBehind } from './left-behind.tsx';
import { type Acknowledged, decisionOf, type PayState } from './may-pay.ts';
import { NoteDialog } from './note-dialog.tsx';
import { draftOf } from './offline-receipt.ts';
import { PassDialog } from './pass-dialog.tsx';
import { PayDialog } from './pay-dialog.tsx';
import { PrinterDialog } from './printer-dialog.tsx';
import { QuantityDialog } from './quantity-dialog.tsx';
import { SalesDialog } from './sales-dialog.tsx';
import { saleOf } from './sent-sale.ts';
import { SessionDialog } from './session-dialog.tsx';
import { useStall } from './stall-context.tsx';
import type { Tender } from './tenders.ts';
import type { SessionView } from './till-views.ts';
import { UnsentDialog } from './unsent-dialog.tsx';
import type { Decisions } from './use-decisions.ts';
import type { HeldLeases } from './use-leases.ts';
import type { LookUps } from './use-look-ups.ts';
import type { Sale } from './use-sale.ts';
import { WhyDialog } from './why-dialog.tsx';

/** Which of them is open. */
export type Open =
  | 'pass'
  | 'pay'
  | 'sales'
  | 'session'
  | 'help'
  | 'why'
  | 'quantity'
  | 'discount'
  | 'approval'
  | 'note'
  | 'decision'
  | 'unsent'
  | 'printer'
  | null;

type Props = {
  readonly open: Open;
  readonly setOpen: (open: Open) => void;
  /** The code that was scanned from a receipt. */
  readonly decision: string;
  readonly basket: Basket;
  readonly step: Dispatch<BasketStep>;
  readonly decisions: Decisions;
  readonly acknowledged: Acknowledged;
  readonly sale: Sale;
  readonly leases: HeldLeases;
  readonly pay: PayState;
  readonly total: Money;
  readonly line: BasketLine | undefined;
  readonly onPass: LookUps['pass'];
  readonly onNationality: (nationality: string | undefined) => void;
  readonly onClosed: (session: SessionView) => void;
  readonly onDisplay: () => void;
};

/** Everything that opens over the counter while selling, one at a time. */
export function SellingDialogs({
  open,
  setOpen,
  decision,
  basket,
  step,
  decisions,
  acknowledged,
  sale,
  leases,
  pay,
  total,
  line,
  ...on
}: Props) {
  const { till, link, reload, cashUnits } = useStall();
  const close = useCallback(() => setOpen(null), [setOpen]);
  const { exchange } = basket;
  const due = differenceOf(total, exchange);
  const take = (tenders: readonly Tender[], changeIn: string | undefined): void => {
    const stall = till.stall?.id ?? '';
    on.onNationality(basket.passes[0]?.traveller.nationality);
    const key = JSON.stringify([
      basket.lines.map(({ key: at, milli, fate, pass, discount, note }) => [at, milli, fate, pass, discount, note]),
      basket.discount,
      basket.approval,
      exchange,
      tenders,
      changeIn,
      acknowledged,
    ]);
    const make = (): Unsent => {
      const sent = saleOf(basket, stall, tenders, {
        decisions,
        acknowledged,
        leases,
        changeIn,
        cashUnits,
        custody: till.custody ?? 'stall',
      });
      const pass = basket.passes.find(({ id }) => linesOf(basket, id).length > 0);
      const decision = pass ? decisionOf(decisions, pass.id) : null;
      const draft = draftOf(sent.id, basket, {
        till,
        tenders,
        terms: { units: cashUnits, changeIn },
        decision,
        isLeased: pass !== undefined && leases.isHeld(pass.id),
      });
      return { ...sent, stall, ...(draft ? { draft } : {}) };
    };
    void (link === 'online' ? sale.send(key, make) : sale.finish(make));
  };
  const selected = basket.pass === null ? null : decisionOf(decisions, basket.pass);
  return (
    <>
      <PassDialog isOpen={open === 'pass'} onClose={close} onPass={on.onPass} />
      <HelpDialog isOpen={open === 'help'} onClose={close} onDisplay={on.onDisplay} />
      {open === 'sales' && (
        <SalesDialog
          onExchange={(next, pass) => {
            close();
            step({ do: 'exchange', exchange: next });
            void on.onPass(pass);
          }}
          onClose={() => {
            close();
            // A refund or a void may have freed what the passes on the counter had used.
            decisions.again();
          }}
        />
      )}
      {open === 'decision' && <DecisionDialog code={decision} onClose={close} />}
      {open === 'why' && selected && <WhyDialog decision={selected} onClose={close} />}
      {open === 'quantity' && line && (
        <QuantityDialog line={line} onClose={close} onQuantity={(milli) => step({ do: 'quantity', line: line.key, milli })} />
      )}
      {open === 'note' && line && (
        <NoteDialog line={line} onClose={close} onNote={(note) => step({ do: 'note', line: line.key, note })} />
      )}
      {open === 'discount' && (
        <DiscountDialog
          basket={basket}
          line={line}
          onClose={close}
          onDiscount={(at, discount) => step({ do: 'discount', line: at, discount })}
        />
      )}
      {open === 'approval' && pay.kind === 'approval' && (
        <ApprovalDialog
          off={pay.off}
          onClose={close}
          onAllowed={(approval) => {
            step({ do: 'approve', approval });
            setOpen('pay');
          }}
        />
      )}
      {open === 'session' && (
        <SessionDialog
          hasBasket={basket.lines.length > 0}
          onClose={close}
          onClosed={(session) => {
            setOpen(null);
            on.onClosed(session);
            void reload();
          }}
        />
      )}
      {open === 'pay' && exchange !== null && due.minor <= 0 && (
        <GiveBackDialog
          goods={total}
          back={exchange.worth}
          act={sale.act}
          refusals={sale.refusals}
          fault={sale.fault}
          onClose={close}
          onFinish={() => take([], undefined)}
        />
      )}
      {open === 'pay' && (exchange === null || due.minor > 0) && (
        <PayDialog
          key={total.currency}
          total={due}
          exchange={exchange && { goods: total, back: exchange.worth }}
          act={sale.act}
          refusals={sale.refusals}
          fault={sale.fault}
          isUnkept={sale.isUnkept}
          onFinish={sale.canFinish ? () => void sale.finish() : undefined}
          onClose={close}
          onPay={take}
        />
      )}
      {open === 'printer' && <PrinterDialog onClose={close} />}
      {open === 'unsent' && <UnsentDialog onClose={close} />}
      <LeftBehind sale={sale} />
    </>
  );
}
