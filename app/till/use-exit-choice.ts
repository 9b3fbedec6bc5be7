'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { newlyUsed } from '#lib/exit/counted-exit.ts';
import type { Decision } from '#lib/law/decision.ts';
import { type Amount, amountOf } from '#lib/money/money.ts';
import { callApi } from '../_ui/api.ts';
import type { Basket } from './basket.ts';
import { askedLine, linesOf } from './basket-prices.ts';
import { decisionOf, type ExitToChoose } from './may-pay.ts';
import { useAct } from './use-act.ts';
import type { Decisions } from './use-decisions.ts';
import type { HeldLeases } from './use-leases.ts';

export type ExitChoices = {
  readonly open: readonly ExitToChoose[];
  readonly isSending: boolean;
  readonly choose: (exit: ExitToChoose, choice: 'use' | 'save') => Promise<void>;
  readonly firstRef: RefObject<HTMLButtonElement | null>;
  /** For the next shopper. */
  readonly forget: () => void;
};

/** Asks, once for each sale, before a basket uses an exit that the law counts. Using it is what happens anyway; saving it is an act. */
export function useExitChoice(basket: Basket, decisions: Decisions, basketOf: HeldLeases['basketOf']): ExitChoices {
  const [said, setSaid] = useState<ReadonlySet<string>>(new Set());
  const [saving, setSaving] = useState<Readonly<Record<string, Amount | null>>>({});
  const act = useAct();
  const firstRef = useRef<HTMLButtonElement>(null);
  const found = exitsIn(basket, decisions).filter(({ visit, rule }) => !said.has(`${visit} ${rule}`));
  const question = JSON.stringify(
    found.map(({ pass, rule }) => ({ pass, saves: [rule], lines: linesOf(basket, pass).map(askedLine), basket: basketOf(pass) })),
  );

  useEffect(() => {
    let wanted = true;
    const asked = JSON.parse(question) as readonly { pass: string; saves: readonly [string] }[];
    for (const each of asked)
      void callApi<{ decision: Decision }>('POST', 'decisions', each).then((answer) => {
        if (!wanted || answer.kind !== 'done') return;
        const { duty } = answer.body.decision;
        setSaving((before) => ({ ...before, [`${each.pass} ${each.saves[0]}`]: duty === null ? null : amountOf(duty) }));
      });
    return () => {
      wanted = false;
    };
  }, [question]);

  const choose = async (exit: ExitToChoose, choice: 'use' | 'save'): Promise<void> => {
    if (choice === 'save') {
      const answer = await act.run(`visits/${exit.visit}/choices`, { rule: exit.rule, choice });
      if (answer.kind === 'fault') return;
      decisions.again();
    }
    setSaid((before) => new Set([...before, `${exit.visit} ${exit.rule}`]));
  };
  const forget = (): void => {
    setSaid(new Set());
    setSaving({});
  };
  return {
    open: found.map((exit) => ({ ...exit, saving: saving[`${exit.pass} ${exit.rule}`] })),
    isSending: act.state !== 'idle',
    choose,
    firstRef,
    forget,
  };
}

function exitsIn(basket: Basket, decisions: Decisions): readonly ExitToChoose[] {
  return basket.passes.flatMap(({ id, visit }) => {
    const before = decisions.byPass[id]?.before ?? null;
    const now = decisionOf(decisions, id);
    if (visit === null || before === null || now === null || linesOf(basket, id).length === 0) return [];
    const using = now.duty === null ? null : amountOf(now.duty);
    return newlyUsed(before, now).map(({ rule, period }) => ({
      pass: id,
      visit: visit.id,
      rule,
      period,
      count: now.limits.find((row) => row.rule === rule)?.limit ?? 1,
      using,
      saving: undefined,
    }));
  });
}
