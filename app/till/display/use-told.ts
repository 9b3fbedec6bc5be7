'use client';
import { useEffect, useState } from 'react';
import { channelOf, WHO } from '../use-display.ts';
import type { Told } from './shown.ts';

/** A till tells its display every few seconds. One that has gone quiet leaves nothing of its shopper here. */
const QUIET_MS = 12_000;
const NOTHING: Told = { stall: '', shown: { kind: 'nobody' } };

/** What the till says that opened this window, by the name behind its '#'. */
export function useTold(): Told {
  const [told, setTold] = useState<Told>(NOTHING);
  useEffect(() => {
    const channel = new BroadcastChannel(channelOf(window.location.hash.slice(1)));
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const forget = (): void => setTold(({ stall }) => ({ ...NOTHING, stall }));
    channel.onmessage = ({ data }: MessageEvent<Told | typeof WHO>) => {
      if (data === WHO) return;
      clearTimeout(quiet);
      quiet = setTimeout(forget, QUIET_MS);
      setTold(data);
    };
    channel.postMessage(WHO);
    return () => {
      clearTimeout(quiet);
      channel.close();
    };
  }, []);
  return told;
}
