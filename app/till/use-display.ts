'use client';
import { useLocale } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { newId } from '../_ui/api.ts';
import { ruleNamesIn } from '../_ui/names.ts';
import type { Basket } from './basket.ts';
import { type Shown, shownBasket, shownPaid, type Told } from './display/shown.ts';
import { decisionOf } from './may-pay.ts';
import type { Paper } from './offline-receipt.ts';
import { languageOfShopper } from './shopper-language.ts';
import { useStall } from './stall-context.tsx';
import type { Decisions } from './use-decisions.ts';

const TELLS_MS = 4000;
const KEY = 'serai.till.display';
/** What a display says that has just opened. */
export const WHO = 'who';
export const channelOf = (display: string): string => `${KEY}.${display}`;

type Counter = {
  readonly basket: Basket;
  readonly decisions: Decisions;
  readonly receipts: readonly Paper[] | null;
  /** Of whoever paid last. */
  readonly nationality: string | undefined;
};

/** Tells this tab's customer display what lies on the counter. @returns what opens it; false where the browser lets no window open. */
export function useDisplay({ basket, decisions, receipts, nationality }: Counter): () => boolean {
  const { till, market, currency, rates } = useStall();
  const own = useLocale();
  const decision = basket.pass === null ? null : decisionOf(decisions, basket.pass);
  const told = useMemo<Told>(() => {
    const language = languageOfShopper(receipts ? nationality : basket.passes[0]?.traveller.nationality, own);
    const rules = ruleNamesIn(market.rules ?? [], language);
    const shown: Shown = receipts
      ? shownPaid(receipts, language)
      : shownBasket(basket, { language, currency, rates, decision, rules });
    return { stall: till.stall?.name ?? '', shown };
  }, [basket, decision, receipts, nationality, own, till.stall?.name, market.rules, currency, rates]);
  const latest = useRef(told);
  const channel = useRef<BroadcastChannel>(undefined);

  useEffect(() => {
    latest.current = told;
    channel.current?.postMessage(told);
  }, [told]);
  useEffect(() => {
    const open = new BroadcastChannel(channelOf(ownDisplay()));
    channel.current = open;
    const tell = (): void => open.postMessage(latest.current);
    const leave = (): void => open.postMessage({ ...latest.current, shown: { kind: 'nobody' } } satisfies Told);
    open.onmessage = tell;
    tell();
    const again = setInterval(tell, TELLS_MS);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(again);
      window.removeEventListener('pagehide', leave);
      leave();
      open.close();
      channel.current = undefined;
    };
  }, []);
  return useCallback(
    () => window.open(`/till/display#${ownDisplay()}`, ownDisplay(), 'popup,width=1280,height=800') !== null,
    [],
  );
}

/** The name of this tab's display: a reload keeps it. */
function ownDisplay(): string {
  try {
    const known = sessionStorage.getItem(KEY) ?? newId();
    sessionStorage.setItem(KEY, known);
    return known;
  } catch {
    return 'unkept';
  }
}
