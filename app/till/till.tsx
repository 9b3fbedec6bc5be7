'use client';
import { useState } from 'react';
import { DeskScreen } from './desk-screen.tsx';
import { FloatScreen } from './float-screen.tsx';
import { OperatorScreen } from './operator-screen.tsx';
import { WithPrinter } from './printer-context.tsx';
import { SellingScreen } from './selling-screen.tsx';
import { AtStall } from './stall-context.tsx';
import type { PaperWords, SessionView } from './till-views.ts';
import { NotEnrolledScreen, OpeningScreen, UnwellScreen } from './unwell-screens.tsx';
import { useBasket } from './use-basket.ts';
import { useGoods } from './use-goods.ts';
import { useLanguageKept } from './use-language-kept.ts';
import { useOutbox } from './use-outbox.ts';
import { usePassKeys } from './use-pass-keys.ts';
import { useShell } from './use-shell.ts';
import { useTheme } from './use-theme.ts';
import { useTill } from './use-till.ts';
import { useWordsToKeep } from './use-words-to-keep.ts';
import { ZScreen } from './z-screen.tsx';

/** The till: who is here, is the drawer open, then selling. It talks to the market through its API alone, and goes on when that is silent. */
export function Till({ paper }: { readonly paper: PaperWords }) {
  const [theme, turnTheme] = useTheme();
  const { till, market, link, heardAt, beacon, reload } = useTill();
  const [closed, setClosed] = useState<SessionView | null>(null);
  const [basket, step] = useBasket();
  const [isIdle, setIdle] = useState(true);
  const view = till?.kind === 'done' ? till.body : null;
  const words = useWordsToKeep(paper, market);
  const goods = useGoods(view?.stall?.id ?? null, words);
  const outbox = useOutbox(view?.stall?.id, link === 'online', heardAt, reload);
  usePassKeys(view !== null && link === 'online');
  useLanguageKept();
  const isSelling = view !== null && view.operator !== null && view.session !== null && closed === null;
  useShell(view !== null && (!isSelling || (isIdle && basket.lines.length + basket.passes.length === 0)));

  if (till === null) return <OpeningScreen />;
  if (till.kind !== 'done') {
    const unknown = till.status === 401 || till.status === 403;
    return unknown ? <NotEnrolledScreen /> : <UnwellScreen link={link} onAgain={reload} />;
  }
  if (market === null) return link === 'online' ? <OpeningScreen /> : <UnwellScreen link={link} onAgain={reload} />;

  const { operator, session } = till.body;
  return (
    <AtStall
      priceCurrency={goods.shelf?.currency}
      till={till.body}
      market={market}
      paper={paper}
      link={link}
      heardAt={heardAt}
      beacon={beacon}
      outbox={outbox}
      reload={reload}
    >
      {closed ? (
        <ZScreen session={closed} onDone={() => setClosed(null)} />
      ) : operator === null ? (
        <OperatorScreen hasBasket={basket.lines.length > 0} />
      ) : session === null ? (
        <FloatScreen />
      ) : till.body.stall === null ? (
        <WithPrinter>
          <DeskScreen onClosed={setClosed} />
        </WithPrinter>
      ) : (
        <WithPrinter>
          <SellingScreen
            basket={basket}
            step={step}
            goods={goods}
            theme={theme}
            onTheme={turnTheme}
            onClosed={setClosed}
            onIdle={setIdle}
          />
        </WithPrinter>
      )}
    </AtStall>
  );
}
