'use client';
import { useCallback, useEffect, useState } from 'react';
import { type Answer, callApi } from '../_ui/api.ts';
import { FloatScreen } from './float-screen.tsx';
import { OperatorScreen } from './operator-screen.tsx';
import { SellingScreen } from './selling-screen.tsx';
import { AtStall } from './stall-context.tsx';
import type { PaperWords, SessionView, TillMarket, TillView } from './till-views.ts';
import { NotEnrolledScreen, OpeningScreen, UnwellScreen } from './unwell-screens.tsx';
import { useBasket } from './use-basket.ts';
import { useGoods } from './use-goods.ts';
import { useTheme } from './use-theme.ts';
import { ZScreen } from './z-screen.tsx';

const AGAIN_MS = 15_000;

/** The till: who is here, is the drawer open, then selling. It talks to the market through its API alone. */
export function Till({ paper }: { readonly paper: PaperWords }) {
  const [theme, turnTheme] = useTheme();
  const [till, setTill] = useState<Answer<TillView> | null>(null);
  const [market, setMarket] = useState<TillMarket | null>(null);
  const [isOnline, setOnline] = useState(true);
  const [closed, setClosed] = useState<SessionView | null>(null);
  const [basket, step] = useBasket();
  const stall = till?.kind === 'done' ? (till.body.stall?.id ?? null) : null;
  const goods = useGoods(stall);

  const reload = useCallback(async (): Promise<void> => {
    const [here, facts] = await Promise.all([callApi<TillView>('GET', 'till'), callApi<TillMarket>('GET', 'market')]);
    setOnline(here.kind === 'done' || here.status !== 0);
    // A hiccup must not take the screen from somebody who is selling; a withdrawn device must.
    setTill((before) => (before?.kind === 'done' && here.kind !== 'done' && here.status !== 401 ? before : here));
    if (facts.kind === 'done') setMarket(facts.body);
  }, []);

  useEffect(() => {
    void reload();
    const again = setInterval(() => void reload(), AGAIN_MS);
    return () => clearInterval(again);
  }, [reload]);

  if (till === null) return <OpeningScreen />;
  if (till.kind !== 'done') {
    const unknown = till.status === 401 || till.status === 403;
    return unknown ? <NotEnrolledScreen /> : <UnwellScreen onAgain={reload} />;
  }
  if (market === null) return isOnline ? <OpeningScreen /> : <UnwellScreen onAgain={reload} />;

  const { operator, session } = till.body;
  return (
    <AtStall
      priceCurrency={goods.shelf?.goods[0]?.price.currency}
      till={till.body}
      market={market}
      paper={paper}
      isOnline={isOnline}
      reload={reload}
    >
      {closed ? (
        <ZScreen session={closed} onDone={() => setClosed(null)} />
      ) : operator === null ? (
        <OperatorScreen hasBasket={basket.lines.length > 0} />
      ) : session === null ? (
        <FloatScreen />
      ) : (
        <SellingScreen basket={basket} step={step} goods={goods} theme={theme} onTheme={turnTheme} onClosed={setClosed} />
      )}
    </AtStall>
  );
}
