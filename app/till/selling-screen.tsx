'use client';
import { useTranslations } from 'next-intl';
import { type Dispatch, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { newId } from '../_ui/api.ts';
import { CameraKey } from '../_ui/camera/camera-key.tsx';
import { useToast } from '../_ui/toast.tsx';
import { useWedge } from '../_ui/use-wedge.ts';
import { type Basket, type BasketStep, EMPTY_BASKET } from './basket.ts';
import { BasketPane } from './basket-pane.tsx';
import { pricedLines, totalOf } from './basket-prices.ts';
import { discountAbove } from './discount-above.ts';
import { GoodsPane, NOTHING_SOUGHT } from './goods-pane.tsx';
import { type Acknowledged, payState } from './may-pay.ts';
import { ReceiptScreen } from './receipt-screen.tsx';
import { type Open, SellingDialogs } from './selling-dialogs.tsx';
import { basketsOf } from './sent-sale.ts';
import { useStall } from './stall-context.tsx';
import { TillBar } from './till-bar.tsx';
import { TillCamera } from './till-camera.tsx';
import type { ProductView, SessionView } from './till-views.ts';
import { useBasketActs } from './use-basket-acts.ts';
import { useDecisions } from './use-decisions.ts';
import { useDisplay } from './use-display.ts';
import { useExitChoice } from './use-exit-choice.ts';
import type { Goods } from './use-goods.ts';
import { lacksLaw, useHeldPacks } from './use-held-packs.ts';
import { useLeases } from './use-leases.ts';
import { useLookUps } from './use-look-ups.ts';
import { useOfflineTerms } from './use-offline-terms.ts';
import { useParked } from './use-parked.ts';
import { noteSoldOffline } from './use-pass-facts.ts';
import { useSale } from './use-sale.ts';
import { useShortcuts } from './use-shortcuts.ts';
import type { Theme } from './use-theme.ts';

type Props = {
  readonly basket: Basket;
  readonly step: Dispatch<BasketStep>;
  readonly goods: Goods;
  readonly theme: Theme;
  readonly onTheme: () => void;
  readonly onClosed: (session: SessionView) => void;
  /** Whether nothing is open over the counter and no receipt stands on it. */
  readonly onIdle: (isIdle: boolean) => void;
};

/** Selling: goods on one side, the basket on the other, and everything a hand, a keyboard or a scanner can do. */
export function SellingScreen({ basket, step, goods, theme, onTheme, onClosed, onIdle }: Props) {
  const d = useTranslations('counter.display');
  const say = useToast();
  const { currency, market, till, link } = useStall();
  const [open, setOpen] = useState<Open>(null);
  const [sought, setSought] = useState(NOTHING_SOUGHT);
  const [decision, setDecision] = useState('');
  const [acknowledged, setAcknowledged] = useState<Acknowledged>({});
  const [isLooking, setIsLooking] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const { packs, isTried } = useHeldPacks(market.packs);
  const sale = useSale(({ sale: { draft, ...sent }, receipts, isOffline }) => {
    if (isOffline && draft) void noteSoldOffline(draft.pass, draft.facts);
    leases.spend(basketsOf(sent));
    step({ do: 'put', basket: EMPTY_BASKET });
    setAcknowledged({});
    exits.forget();
    setOpen(null);
    setSought(NOTHING_SOUGHT);
    goods.take(receipts.flatMap(({ lines }) => lines));
  });
  const isPaying = sale.act.state !== 'idle';
  const leases = useLeases(basket, {
    isOnline: link === 'online' && basket.exchange === null,
    isPaying,
    onFreed: () => decisions.again(),
  });
  const decisions = useDecisions(basket, packs, leases.basketOf);
  const exits = useExitChoice(basket, decisions, leases.basketOf);
  const terms = useOfflineTerms(leases);
  const pay = payState(
    basket,
    decisions,
    acknowledged,
    terms === null ? exits.open : [],
    terms,
    discountAbove(basket, till, currency),
  );
  const [nationality, setNationality] = useState<string>();

  const add = useCallback(
    (product: ProductView, milli?: number) => {
      sale.clear();
      step({ do: 'add', product, key: newId(), ...(milli === undefined ? {} : { milli }) });
    },
    [sale.clear, step],
  );
  const { line, remove, clear, move, walk } = useBasketActs(basket, step);
  const parked = useParked(basket, step, goods);
  const look = useLookUps({
    ofGtin: goods.ofGtin,
    onProduct: add,
    onPass: (pass) => {
      sale.clear();
      if (!parked.resumeFor(pass)) step({ do: 'show-pass', pass });
      decisions.again();
    },
    onDecision: (code) => {
      setDecision(code);
      setOpen('decision');
    },
    onUnknown: (text) => {
      sale.clear();
      setOpen(null);
      setSought({ text });
      search.current?.focus();
    },
  });
  useWedge(look.scan, { enabled: !isPaying });

  const goPay = (): void => {
    if (pay.kind === 'pass-needed') setOpen('pass');
    if (pay.kind === 'exit') {
      step({ do: 'select-pass', pass: pay.pass.id });
      // The pass may have to come to the front first, and the question with it.
      requestAnimationFrame(() => exits.firstRef.current?.focus());
    }
    if (pay.kind === 'approval') setOpen('approval');
    if (pay.kind === 'open') {
      sale.clear();
      setOpen('pay');
    }
  };
  const display = useDisplay({ basket, decisions, receipts: sale.receipts, nationality });
  const openDisplay = (): void => {
    if (!display()) say({ text: d('blocked'), tone: 'bad' });
  };
  const isIdle = open === null && sale.receipts === null && !isPaying;
  useEffect(() => onIdle(isIdle), [onIdle, isIdle]);
  useShortcuts(
    {
      '/': () => search.current?.focus(),
      '+': () => move(1),
      '=': () => move(1),
      '-': () => move(-1),
      '*': () => line && setOpen('quantity'),
      Delete: () => line && remove(line),
      ArrowDown: () => walk(1),
      ArrowUp: () => walk(-1),
      Insert: () => setIsLooking((now) => !now),
      F1: openDisplay,
      F2: () => setOpen('pass'),
      F3: () => line && setOpen('note'),
      F4: goPay,
      F6: parked.put,
      Enter: goPay,
      F7: () => basket.lines.length > 0 && setOpen('discount'),
      F8: () => setOpen('sales'),
      F9: () => setOpen('printer'),
      F10: () => setOpen('session'),
      '?': () => setOpen('help'),
      Escape: () => (document.activeElement as HTMLElement | null)?.blur(),
    },
    isIdle,
  );

  const total = useMemo(() => totalOf(pricedLines(basket), currency), [basket, currency]);
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,60dvh)_auto] lg:h-dvh lg:grid-cols-[minmax(0,1fr)_27rem] lg:grid-rows-[auto_minmax(0,1fr)] lg:overflow-hidden">
      <TillBar
        theme={theme}
        onTheme={onTheme}
        onOpen={setOpen}
        lacksLaw={isTried && lacksLaw(market.packs, packs, till.marketDay)}
      />
      {sale.receipts ? (
        <div className="grid min-h-0 grid-cols-[minmax(0,1fr)] max-lg:row-span-2 lg:col-span-2">
          <ReceiptScreen key={sale.receipts[0]?.id} receipts={sale.receipts} nationality={nationality} onNew={sale.clear} />
        </div>
      ) : (
        <>
          <GoodsPane
            goods={goods}
            lines={basket.lines}
            sought={sought}
            onAdd={add}
            searchRef={search}
            cameraKey={<CameraKey isOpen={isLooking} onPress={() => setIsLooking((now) => !now)} className="min-h-14" />}
            camera={
              isLooking && <TillCamera line={line} isPaused={isPaying} onScan={look.scan} onClose={() => setIsLooking(false)} />
            }
          />
          <BasketPane
            basket={basket}
            step={step}
            decisions={decisions}
            pay={pay}
            acknowledged={acknowledged}
            onAcknowledge={(pass, duty) => setAcknowledged(({ [pass]: _, ...rest }) => (duty ? { ...rest, [pass]: duty } : rest))}
            exits={exits}
            onRemove={remove}
            onOpen={setOpen}
            onPay={goPay}
            parked={parked}
            onClear={() => {
              clear();
              setAcknowledged({});
              exits.forget();
            }}
          />
        </>
      )}
      <SellingDialogs
        open={open}
        decision={decision}
        setOpen={setOpen}
        basket={basket}
        step={step}
        decisions={decisions}
        acknowledged={acknowledged}
        sale={sale}
        leases={leases}
        pay={pay}
        total={total}
        line={line}
        onPass={look.pass}
        onNationality={setNationality}
        onClosed={onClosed}
        onDisplay={openDisplay}
      />
    </div>
  );
}
