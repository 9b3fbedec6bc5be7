'use client';
import { useEffect, useRef, useState } from 'react';
import type { LawPack } from '#lib/law/pack.ts';
import { callApi } from '../_ui/api.ts';
import { ifOnDisk } from './disk.ts';
import type { Packs } from './preview.ts';

/** `isTried` once what is missing has been asked for. */
export type HeldPacks = { readonly packs: Packs; readonly isTried: boolean };
type Ahead = { readonly hash: string; readonly effectiveFrom: string };

/** How often a till says what it holds, though nothing has changed. */
const SAYS_MS = 5 * 60_000;

/** The law packs that this tablet holds, in force and to come: what is missing is fetched, and the market is told what is here. */
export function useHeldPacks(wanted: readonly Ahead[]): HeldPacks {
  const [held, setHeld] = useState<HeldPacks>({ packs: new Map(), isTried: false });
  const said = useRef({ text: '', at: 0 });
  const names = wanted.map(({ hash }) => hash).join(' ');

  useEffect(() => {
    let isHere = true;
    const hashes = names.split(' ').filter(Boolean);
    const hold = async (): Promise<void> => {
      const packs = new Map<string, LawPack>();
      for (const hash of hashes) {
        const pack = (await keptPack(hash)) ?? (await fetched(hash));
        if (pack !== undefined) packs.set(hash, pack);
      }
      if (!isHere) return;
      setHeld({ packs, isTried: true });
      if (packs.size === hashes.length) await dropOthers(hashes);
      const text = [...packs.keys()].join(' ');
      if (text === '' || (said.current.text === text && Date.now() - said.current.at < SAYS_MS)) return;
      const answer = await callApi('POST', 'held-packs', { packs: [...packs.keys()] });
      if (answer.kind === 'done') said.current = { text, at: Date.now() };
    };
    void hold();
    const again = setInterval(() => void hold(), SAYS_MS);
    return () => {
      isHere = false;
      clearInterval(again);
    };
  }, [names]);
  return held;
}

/** Whether a pack that is law on this day is not here: then the server alone decides. */
export const lacksLaw = (wanted: readonly Ahead[], packs: Packs, day: string): boolean =>
  wanted.some(({ hash, effectiveFrom }) => effectiveFrom <= day && !packs.has(hash));

async function fetched(hash: string): Promise<LawPack | undefined> {
  const answer = await callApi<{ pack: LawPack }>('GET', `packs/${hash}`);
  if (answer.kind !== 'done') return undefined;
  await ifOnDisk(({ packs }) => packs.put({ hash, pack: answer.body.pack }));
  return answer.body.pack;
}

const keptPack = async (hash: string): Promise<LawPack | undefined> => (await ifOnDisk(({ packs }) => packs.get(hash)))?.pack;

/** What is law no longer is of no use here: an old sale is decided by the server. */
const dropOthers = (hashes: readonly string[]): Promise<unknown> =>
  ifOnDisk(({ packs }) =>
    packs
      .where('hash')
      .noneOf([...hashes])
      .delete(),
  );
