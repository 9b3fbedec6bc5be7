'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FactLine } from '#lib/law/decision.ts';
import { callApi } from '../_ui/api.ts';
import { ifOnDisk } from './disk.ts';
import type { PassFacts } from './preview.ts';
import { useStall } from './stall-context.tsx';
import type { HeldLeases } from './use-leases.ts';

type ByPass = Readonly<Record<string, PassFacts>>;

export type Facts = {
  readonly byPass: ByPass;
  /** Asks for the newest; undefined where they could not be had. */
  readonly learn: (pass: string) => Promise<PassFacts | undefined>;
  /** They may all have changed: what is held is of no use. */
  readonly forget: () => void;
};

/**
 * What each pass on the counter would be decided from, as the server last said it; a pass that is new here is asked for at once, and found on
 * this tablet's disk where nobody answers.
 */
export function usePassFacts(passes: readonly string[], basketOf: HeldLeases['basketOf']): Facts {
  const [byPass, setByPass] = useState<ByPass>({});
  const [turn, setTurn] = useState(0);
  const newest = useRef(0);
  const { now } = useStall();
  const clock = useRef(now);
  useEffect(() => {
    clock.current = now;
  });
  const names = passes.join(' ');

  const learn = useCallback(
    async (pass: string): Promise<PassFacts | undefined> => {
      const asked = newest.current;
      const found = await callApi<PassFacts>('GET', `passes/${pass}/facts${query(basketOf(pass))}`);
      const at = clock.current();
      const facts = found.kind === 'done' ? { ...found.body, at } : found.kind === 'fault' ? await keptFacts(pass) : undefined;
      if (found.kind === 'done') void rememberFacts(pass, { ...found.body, at });
      if (asked !== newest.current || facts === undefined) return undefined;
      setByPass((known) => ({ ...known, [pass]: facts }));
      return found.kind === 'done' ? facts : undefined;
    },
    [basketOf],
  );
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

/** What is held for this very basket is not used already. */
const query = (basket: string | undefined): string => (basket === undefined ? '' : `?basket=${basket}`);

const rememberFacts = (pass: string, { packHash, facts, at }: PassFacts): Promise<unknown> =>
  ifOnDisk(({ passes }) => passes.update(pass, { facts: { packHash, facts, at } }));

const keptFacts = async (pass: string): Promise<PassFacts | undefined> =>
  (await ifOnDisk(({ passes }) => passes.get(pass)))?.facts;

/** What was sold here meanwhile counts for the next basket of the same pass, though the server has not heard of it. */
export async function noteSoldOffline(pass: string, lines: readonly FactLine[]): Promise<void> {
  await ifOnDisk(({ passes }) =>
    passes.where({ id: pass }).modify((kept) => {
      if (kept.facts)
        kept.facts = { ...kept.facts, facts: { ...kept.facts.facts, lines: [...kept.facts.facts.lines, ...lines] } };
    }),
  );
}
