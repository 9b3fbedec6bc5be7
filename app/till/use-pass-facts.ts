'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { callApi } from '../_ui/api.ts';
import type { PassFacts } from './preview.ts';

type ByPass = Readonly<Record<string, PassFacts>>;

export type Facts = {
  readonly byPass: ByPass;
  /** Asks for the newest; undefined where they could not be had. */
  readonly learn: (pass: string) => Promise<PassFacts | undefined>;
  /** They may all have changed: what is held is of no use. */
  readonly forget: () => void;
};

/** What each pass on the counter would be decided from, as the server last said it; a pass that is new here is asked for at once. */
export function usePassFacts(passes: readonly string[]): Facts {
  const [byPass, setByPass] = useState<ByPass>({});
  const [turn, setTurn] = useState(0);
  const newest = useRef(0);
  const names = passes.join(' ');

  const learn = useCallback(async (pass: string): Promise<PassFacts | undefined> => {
    const asked = newest.current;
    const found = await callApi<PassFacts>('GET', `passes/${pass}/facts`);
    if (found.kind !== 'done' || asked !== newest.current) return undefined;
    setByPass((known) => ({ ...known, [pass]: found.body }));
    return found.body;
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again for the same passes
  useEffect(() => {
    for (const pass of names.split(' ').filter(Boolean)) void learn(pass);
  }, [names, turn, learn]);
  const forget = useCallback((): void => {
    newest.current += 1;
    setByPass({});
    setTurn((now) => now + 1);
  }, []);
  return { byPass, learn, forget };
}
