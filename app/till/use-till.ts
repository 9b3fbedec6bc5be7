'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { beaconAt } from '#lib/till/beacon.ts';
import { type Answer, callApi } from '../_ui/api.ts';
import { forgetKnown, keep, keptAs } from './disk.ts';
import { type Link, linkAfter } from './link.ts';
import { type Beacon, clocksNow } from './market-clock.ts';
import type { TillMarket, TillView } from './till-views.ts';
import { forgetShell } from './use-shell.ts';

const AGAIN_MS = 15_000;
/** While nobody answers, so that what waits is not kept waiting. */
const SOON_MS = 5000;
/** How long a screen waits for the market before it shows what it knew. */
const PATIENCE_MS = 2000;
const TILL = 'till';
const MARKET = 'market';
const BEACON = 'beacon';

export type KnownTill = {
  readonly till: Answer<TillView> | null;
  readonly market: TillMarket | null;
  readonly link: Link;
  /** When the market last answered, by its own clock: how old what is shown is. */
  readonly heardAt: string | null;
  readonly beacon: Beacon | null;
  readonly reload: () => Promise<void>;
};
type Seen = Omit<KnownTill, 'reload'>;

/** Who is here and what the market is, as it last said: from its answer, else from this tablet's disk. Asked again all the time. */
export function useTill(): KnownTill {
  const [seen, setSeen] = useState<Seen>({ till: null, market: null, link: 'online', heardAt: null, beacon: null });
  const isAsking = useRef<Promise<void>>(undefined);

  const ask = useCallback(async (): Promise<void> => {
    const sent = clocksNow();
    const [here, facts] = await Promise.all([callApi<TillView>('GET', 'till'), callApi<TillMarket>('GET', 'market')]);
    if (here.kind === 'done') keepHeard(here.body, facts);
    if (here.kind === 'fault' && here.status === 401) void Promise.all([forgetKnown(), forgetShell()]);
    const beacon = here.kind === 'done' ? { text: here.body.offline.beacon, ...sent } : undefined;
    if (beacon) void keep(BEACON, beacon);
    setSeen((before) => ({
      // A hiccup must not take the screen from somebody who is selling; a withdrawn device must.
      till: before.till?.kind === 'done' && here.kind !== 'done' && here.status !== 401 ? before.till : here,
      market: facts.kind === 'done' ? facts.body : before.market,
      link: linkAfter(here),
      heardAt: here.kind === 'done' ? toldAt(here.body) : before.heardAt,
      beacon: beacon ?? before.beacon,
    }));
    if (linkAfter(here) !== 'online') setSeen(filledFrom(await known()));
  }, []);
  const reload = useCallback((): Promise<void> => {
    isAsking.current ??= ask().finally(() => {
      isAsking.current = undefined;
    });
    return isAsking.current;
  }, [ask]);

  useEffect(() => {
    const late = setTimeout(async () => {
      const kept = await known();
      setSeen((before) => (before.till === null && kept.till ? filledFrom(kept)({ ...before, link: 'server' }) : before));
    }, PATIENCE_MS);
    const now = (): void => void reload();
    now();
    window.addEventListener('online', now);
    window.addEventListener('offline', now);
    return () => {
      clearTimeout(late);
      window.removeEventListener('online', now);
      window.removeEventListener('offline', now);
    };
  }, [reload]);
  useEffect(() => {
    const again = setInterval(() => void reload(), seen.link === 'online' ? AGAIN_MS : SOON_MS);
    return () => clearInterval(again);
  }, [reload, seen.link]);
  return { ...seen, reload };
}

function keepHeard(till: TillView, market: Answer<TillMarket>): void {
  void keep(TILL, till);
  if (market.kind === 'done') void keep(MARKET, market.body);
}

/** Each answer carries the market's time. */
const toldAt = ({ offline }: TillView): string => beaconAt(offline.beacon);

async function known() {
  const [till, market, beacon] = await Promise.all([keptAs<TillView>(TILL), keptAs<TillMarket>(MARKET), keptAs<Beacon>(BEACON)]);
  return { till, market, beacon };
}

/** What is on the screen stays; what is missing there comes from the disk. */
const filledFrom =
  ({ till, market, beacon }: Awaited<ReturnType<typeof known>>) =>
  (before: Seen): Seen => ({
    ...before,
    till: before.till?.kind !== 'done' && till ? { kind: 'done', status: 200, body: till.value } : before.till,
    market: before.market ?? market?.value ?? null,
    heardAt: before.heardAt ?? (till ? toldAt(till.value) : null),
    beacon: before.beacon ?? beacon?.value ?? null,
  });
