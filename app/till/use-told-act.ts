'use client';
import { useState } from 'react';
import type { RefusalView } from '../_ui/views.ts';
import { type Act, useAct } from './use-act.ts';

export type ToldAct = {
  readonly act: Act;
  readonly refusals: readonly RefusalView[];
  readonly fault: number | null;
  /** @returns what the market answered, or nothing where it refused: then that is shown. */
  readonly send: <Body>(path: string, body: Readonly<Record<string, unknown>>) => Promise<Body | undefined>;
};

/** One thing a person does, with why it was not done. */
export function useToldAct(): ToldAct {
  const act = useAct();
  const [refusals, setRefusals] = useState<readonly RefusalView[]>([]);
  const [fault, setFault] = useState<number | null>(null);
  const send = async <Body>(path: string, body: Readonly<Record<string, unknown>>): Promise<Body | undefined> => {
    setFault(null);
    const answer = await act.run<Body>(path, body);
    setRefusals(answer.kind === 'refused' ? answer.refusals : []);
    setFault(answer.kind === 'fault' ? answer.status : null);
    return answer.kind === 'done' ? answer.body : undefined;
  };
  return { act, refusals, fault, send };
}
