'use client';
import { useCallback, useState } from 'react';
import type { PassCard } from '#lib/pass/pass-card.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { type Answer, callApi } from '../_ui/api.ts';
import type { RefusalView } from '../_ui/views.ts';
import { askGate } from './call-gate.ts';
import type { EntryView, ExitView } from './gate-views.ts';
import type { Goods } from './goods-draft.ts';
import { caseOfVisit, keepCase } from './open-cases.ts';
import { useAct } from './use-act.ts';

export type Direction = 'auto' | 'in' | 'out';
export type Signed = {
  readonly signatures: readonly { readonly operator: string; readonly pin: string }[];
  readonly reason: string;
};

export type Outcome =
  | { readonly kind: 'ready' }
  | { readonly kind: 'entered'; readonly entry: EntryView; readonly goods: number; readonly at: number }
  | { readonly kind: 'exit'; readonly exit: ExitView; readonly isResumed: boolean }
  | {
      readonly kind: 'refused';
      readonly refusals: readonly RefusalView[];
      readonly pass: string;
      readonly direction: 'in' | 'out';
    }
  | { readonly kind: 'fault'; readonly status: number; readonly pass: string; readonly direction: Direction };

/** What happens to a pass that is scanned here, and what came of it. */
export function useDesk(onMoved: () => void) {
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'ready' });
  const [isLooking, setIsLooking] = useState(false);
  const act = useAct();
  const { run } = act;

  const showExit = useCallback(
    (exit: ExitView, isResumed = false): void => {
      keepCase(exit);
      setOutcome({ kind: 'exit', exit, isResumed });
      onMoved();
    },
    [onMoved],
  );

  /** The same case, decided anew by an act beside it. */
  const again = useCallback(
    async (id: string): Promise<void> => {
      const answer = await askGate<{ exit: ExitView }>(`exits/${id}`);
      if (answer.kind === 'done') showExit(answer.body.exit);
    },
    [showExit],
  );

  const resume = useCallback(
    async (id: string): Promise<Answer<{ exit: ExitView }>> => {
      const answer = await askGate<{ exit: ExitView }>(`exits/${id}`);
      if (answer.kind === 'done') showExit(answer.body.exit, true);
      return answer;
    },
    [showExit],
  );

  const letIn = useCallback(
    async (pass: string, broughtIn: readonly Goods[]): Promise<void> => {
      const answer = await run<EntryView>('entries', { pass, ...(broughtIn.length > 0 ? { broughtIn } : {}) });
      if (answer.kind === 'refused') return setOutcome({ kind: 'refused', refusals: answer.refusals, pass, direction: 'in' });
      if (answer.kind === 'fault') return setOutcome({ kind: 'fault', status: answer.status, pass, direction: 'in' });
      setOutcome({ kind: 'entered', entry: answer.body, goods: broughtIn.length, at: Date.now() });
      onMoved();
    },
    [run, onMoved],
  );

  const present = useCallback(
    async (pass: string, signed?: Signed): Promise<Answer<{ exit: ExitView }>> => {
      const answer = await run<{ exit: ExitView }>('exits', { pass, ...signed });
      if (answer.kind === 'done') showExit(answer.body.exit);
      else if (signed === undefined) {
        if (answer.kind === 'fault') setOutcome({ kind: 'fault', status: answer.status, pass, direction: 'out' });
        else if (!(await resumed(answer.refusals, pass, resume)))
          setOutcome({ kind: 'refused', refusals: answer.refusals, pass, direction: 'out' });
      }
      return answer;
    },
    [run, showExit, resume],
  );

  /** Automatic: a pass whose visit is not closed goes out, even one revoked inside; any other comes in (or is refused in words). */
  const scan = useCallback(
    async (pass: string, direction: Direction, broughtIn: readonly Goods[]): Promise<void> => {
      if (direction === 'in') return letIn(pass, broughtIn);
      if (direction === 'out') return void (await present(pass));
      setIsLooking(true);
      const answer = await seePass(pass);
      setIsLooking(false);
      if (answer.kind === 'fault' && answer.status === 404)
        return setOutcome({ kind: 'refused', refusals: [{ reason: 'pass-unknown', facts: {} }], pass, direction: 'in' });
      if (answer.kind !== 'done') return setOutcome({ kind: 'fault', status: answer.status, pass, direction });
      const { visit } = answer.body.pass;
      return visit !== null && visit.state !== 'closed' ? void (await present(pass)) : letIn(pass, broughtIn);
    },
    [letIn, present],
  );

  /** A sale from its receipt, because its till is dark. An exit case that is open here is decided anew with it. */
  const bringIn = useCallback(
    async (receipt: string): Promise<Answer<{ receipt: Receipt }>> => {
      const answer = await callApi<{ receipt: Receipt }>('POST', 'receipts', { receipt });
      if (answer.kind === 'done' && outcome.kind === 'exit') await again(outcome.exit.id);
      return answer;
    },
    [again, outcome],
  );

  const clear = useCallback((): void => setOutcome({ kind: 'ready' }), []);
  return { outcome, busy: act.busy || isLooking, scan, present, resume, again, bringIn, showExit, clear };
}

const seePass = (pass: string): Promise<Answer<{ pass: PassCard }>> => askGate(`passes/${encodeURIComponent(pass)}`);

/** A visit that was presented already goes on where it was left: its case is named by the refusal, or kept at this desk. */
async function resumed(
  refusals: readonly RefusalView[],
  pass: string,
  resume: (id: string) => Promise<Answer<unknown>>,
): Promise<boolean> {
  const presented = refusals.find(({ reason }) => reason === 'visit-presented');
  if (!presented) return false;
  const card = await seePass(pass);
  const kept = card.kind === 'done' ? caseOfVisit(card.body.pass.visit?.id)?.exit : undefined;
  const id = typeof presented.facts.exit === 'string' ? presented.facts.exit : kept;
  return id !== undefined && (await resume(id)).kind === 'done';
}
