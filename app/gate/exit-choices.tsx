'use client';
import { useLocale } from 'next-intl';
import { useState } from 'react';
import { ExitChoice } from '../_ui/exit-choice.tsx';
import { nameIn } from '../_ui/names.ts';
import type { ExitView, GateMarket } from './gate-views.ts';
import { Trouble, type TroubleView, troubleOf } from './trouble.tsx';
import { useAct } from './use-act.ts';

type Props = { readonly exit: ExitView; readonly market: GateMarket; readonly onExit: (exit: ExitView) => void };

/** The exits that the law counts: the officer keeps whether the traveller uses one, or pays and saves it. */
export function ExitChoices({ exit, market, onExit }: Props) {
  const language = useLocale();
  const [trouble, setTrouble] = useState<TroubleView | null>(null);
  const { busy, run } = useAct();

  const choose = async (rule: string, choice: 'use' | 'save'): Promise<void> => {
    const answer = await run<{ exit: ExitView }>(`visits/${exit.visit}/choices`, { rule, choice });
    setTrouble(troubleOf(answer));
    if (answer.kind === 'done') onExit(answer.body.exit);
  };
  return (
    <>
      <Trouble trouble={trouble} />
      {exit.choices.map(({ rule, period, isSaved, using, saving }) => (
        <ExitChoice
          key={rule}
          name={nameIn(market.rules.find(({ id }) => id === rule)?.names, language, rule)}
          period={period}
          using={using}
          saving={saving}
          chosen={isSaved ? 'save' : 'use'}
          isPending={busy}
          onChoose={(choice) => void choose(rule, choice)}
        />
      ))}
    </>
  );
}
