'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { isSaleText } from '#lib/sale/sale-text.ts';
import { faultWords } from '../_ui/fault.ts';
import { moneyWords } from '../_ui/figures.tsx';
import { useRefusalWords } from '../_ui/refusal.tsx';
import { useToast } from '../_ui/toast.tsx';
import { useWedge } from '../_ui/use-wedge.ts';
import { BroughtInDialog } from './brought-in-dialog.tsx';
import { EntryBanner } from './entry-banner.tsx';
import { ExitCase } from './exit-case.tsx';
import { FaultBanner } from './fault-banner.tsx';
import type { GateMarket, GateView } from './gate-views.ts';
import type { Goods } from './goods-draft.ts';
import { LinkNotice } from './link-notice.tsx';
import { passTextOf } from './pass-text.ts';
import { ReadyPanel } from './ready-panel.tsx';
import { RefusedBanner } from './refused-banner.tsx';
import { ScanRow } from './scan-row.tsx';
import { SignaturesDialog } from './signatures-dialog.tsx';
import { ToolsPage } from './tools-page.tsx';
import { type Direction, type Outcome, useDesk } from './use-desk.ts';

type Props = { readonly gate: GateView; readonly market: GateMarket; readonly onMoved: () => void };

const UNREADABLE = { reason: 'receipt-unreadable', facts: {} };

type Over = 'nothing' | 'goods' | 'signatures' | 'tools';

/** One scan after the other: in, out, or what the pass itself says. An open exit case has the screen to itself. */
export function Desk({ gate, market, onMoved }: Props) {
  const t = useTranslations('gate.scan');
  const [direction, setDirection] = useState<Direction>('auto');
  const [goods, setGoods] = useState<readonly Goods[]>([]);
  const [over, setOver] = useState<Over>('nothing');
  const exit = useTranslations('gate.exit');
  const everywhere = useTranslations('everywhere');
  const language = useLocale();
  const say = useToast();
  const desk = useDesk(onMoved);
  const { outcome, busy } = desk;
  const side = market.sides.find(({ code }) => code === gate.side);
  const words = useRefusalWords(side?.offsetMinutes);
  const hasOpenCase = outcome.kind === 'exit' && outcome.exit.state === 'presented';

  useEffect(() => {
    if (outcome.kind === 'entered') setGoods([]);
  }, [outcome]);

  const receive = async (text: string): Promise<void> => {
    const answer = await desk.bringIn(text);
    if (answer.kind === 'refused') say({ text: words(answer.refusals[0] ?? UNREADABLE).what, tone: 'bad' });
    else if (answer.kind === 'fault') say({ text: everywhere(`faults.${faultWords(answer.status)}`), tone: 'bad' });
    else {
      const { number, total } = answer.body.receipt;
      say({ text: exit('broughtIn', { number: `\u2066${number}\u2069`, total: moneyWords(total, language) }), tone: 'good' });
    }
  };
  const check = (read: string): void => {
    if (isSaleText(read)) return void receive(read);
    const pass = passTextOf(read);
    if (direction === 'auto' && isEcho(outcome, pass)) return;
    void desk.scan(pass, direction, goods);
  };
  // An open case takes receipts alone, and its officer may be typing.
  useWedge(check, { enabled: !busy && over === 'nothing', accepts: (read) => !hasOpenCase || isSaleText(read) });

  if (over === 'tools') return <ToolsPage market={market} onBack={() => setOver('nothing')} />;
  return (
    <div className="flex flex-1 flex-col gap-4">
      {!hasOpenCase && (
        <ScanRow
          direction={direction}
          onDirection={setDirection}
          goods={goods.length}
          busy={busy}
          isCovered={over !== 'nothing'}
          onCheck={check}
          onGoods={() => setOver('goods')}
          onTools={() => setOver('tools')}
        />
      )}
      <div className="grid flex-1" aria-busy={busy}>
        {busy && outcome.kind !== 'exit' ? (
          <p role="status" className="m-auto text-xl text-soft">
            {t('checking')}
          </p>
        ) : (
          <>
            {outcome.kind === 'ready' && <ReadyPanel onResume={(id) => void desk.resume(id)} />}
            {outcome.kind === 'entered' && (
              <div className="grid grid-rows-[auto_1fr] gap-4">
                <LinkNotice pass={outcome.entry.pass.id} offsetMinutes={side?.offsetMinutes} onDecided={onMoved} />
                <EntryBanner entry={outcome.entry} goods={outcome.goods} market={market} />
              </div>
            )}
            {outcome.kind === 'refused' && (
              <RefusedBanner
                refusals={outcome.refusals}
                offsetMinutes={side?.offsetMinutes}
                {...(outcome.direction === 'out' ? { onSign: () => setOver('signatures') } : {})}
              />
            )}
            {outcome.kind === 'fault' && (
              <FaultBanner status={outcome.status} onAgain={() => void desk.scan(outcome.pass, outcome.direction, goods)} />
            )}
            {outcome.kind === 'exit' && (
              <ExitCase
                key={outcome.exit.id}
                exit={outcome.exit}
                isResumed={outcome.isResumed}
                market={market}
                onExit={desk.showExit}
                onLinked={() => void desk.again(outcome.exit.id)}
                onAside={desk.clear}
              />
            )}
          </>
        )}
      </div>
      {over === 'goods' && (
        <BroughtInDialog
          market={market}
          currency={side?.currency ?? market.currencies[0] ?? ''}
          goods={goods}
          onChange={setGoods}
          onClose={() => setOver('nothing')}
        />
      )}
      {over === 'signatures' && outcome.kind === 'refused' && (
        <SignaturesDialog
          side={String(outcome.refusals[0]?.facts.side ?? '')}
          market={market}
          officers={gate.operators}
          busy={busy}
          onSign={(signed) => desk.present(outcome.pass, signed)}
          onClose={() => setOver('nothing')}
        />
      )}
    </div>
  );
}

const ECHO_MS = 15_000;

/** A scanner that reads one pass twice must not send out again who has just come in. */
const isEcho = (outcome: Outcome, pass: string): boolean =>
  outcome.kind === 'entered' &&
  Date.now() - outcome.at < ECHO_MS &&
  [outcome.entry.pass.code, outcome.entry.pass.qr, outcome.entry.pass.id].includes(pass);
