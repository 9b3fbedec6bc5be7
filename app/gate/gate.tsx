'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import type { Answer } from '../_ui/api.ts';
import { Button } from '../_ui/button.tsx';
import { faultWords } from '../_ui/fault.ts';
import { LanguageSwitch } from '../_ui/language-switch.tsx';
import { Logo } from '../_ui/logo.tsx';
import { EmptyState } from '../_ui/surfaces.tsx';
import { askGate } from './call-gate.ts';
import { Desk } from './desk.tsx';
import { GateFrame } from './gate-frame.tsx';
import type { GateMarket, GateView } from './gate-views.ts';
import { SignIn } from './sign-in.tsx';

/** Occupancy moves because others act: ask often, it is one small row. */
const AGAIN_MS = 4000;

/** The gate: known to the market, then a person at it, then one scan after the other. */
export function Gate() {
  const [gate, setGate] = useState<Answer<GateView> | null>(null);
  const [market, setMarket] = useState<Answer<GateMarket> | null>(null);

  const look = useCallback(async (): Promise<void> => {
    const answer = await askGate<GateView>('gate');
    // A hiccup must not take the screen from an officer in the middle of a case; a withdrawn device must.
    setGate((before) =>
      before?.kind === 'done' && answer.kind !== 'done' && ![401, 403].includes(answer.status) ? before : answer,
    );
  }, []);
  useEffect(() => {
    void look();
    const again = setInterval(() => void look(), AGAIN_MS);
    return () => clearInterval(again);
  }, [look]);

  const known = gate?.kind === 'done';
  const missing = known && market?.kind !== 'done';
  useEffect(() => {
    if (!missing) return;
    const ask = async (): Promise<void> => setMarket(await askGate<GateMarket>('market'));
    void ask();
    const again = setInterval(() => void ask(), AGAIN_MS);
    return () => clearInterval(again);
  }, [missing]);

  if (gate === null) return <Waiting />;
  if (gate.kind !== 'done') return <Unwell status={gate.status} onAgain={() => void look()} />;
  if (market?.kind !== 'done')
    return market === null ? <Waiting /> : <Unwell status={market.status} onAgain={() => void look()} />;
  const shown = { gate: gate.body, market: market.body };
  return (
    <GateFrame {...shown} onChange={() => void look()}>
      {gate.body.operator === null ? (
        <SignIn officers={gate.body.operators} onSignedIn={() => void look()} />
      ) : (
        <Desk {...shown} onMoved={() => void look()} />
      )}
    </GateFrame>
  );
}

function Waiting() {
  const everywhere = useTranslations('everywhere');
  return (
    <main className="grid min-h-dvh place-items-center" aria-busy="true">
      <p className="text-soft">{everywhere('loading')}</p>
    </main>
  );
}

/** No gate to show: not enrolled, or no market behind it. */
function Unwell({ status, onAgain }: { readonly status: number; readonly onAgain: () => void }) {
  const t = useTranslations('gate.enrol');
  const everywhere = useTranslations('everywhere');
  const isStranger = status === 401 || status === 403;
  return (
    <main className="grid min-h-dvh grid-rows-[auto_1fr] p-4">
      <div className="flex justify-end">
        <LanguageSwitch />
      </div>
      <div className="grid place-items-center">
        <EmptyState
          title={isStranger ? t('title') : everywhere('faults.title')}
          picture={<Logo size="4.5rem" />}
          act={
            isStranger ? (
              <a
                href="/enrol"
                className="mt-4 grid min-h-16 place-items-center rounded-box bg-teal px-8 font-bold text-l text-on-teal hover:bg-teal-deep"
              >
                {t('act')}
              </a>
            ) : (
              <Button look="primary" size="l" onPress={onAgain}>
                {everywhere('tryAgain')}
              </Button>
            )
          }
        >
          {isStranger ? t('note') : everywhere(`faults.${faultWords(status)}`)}
        </EmptyState>
      </div>
    </main>
  );
}
