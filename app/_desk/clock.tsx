'use client';
import { useLocale, useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { DateText } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import type { Names, SideView } from '../_ui/views.ts';
import type { DeskMarket } from './desk-market.ts';
import { useRead } from './use-read.ts';

type Clock = {
  readonly market: DeskMarket | undefined;
  /** Minutes ahead of UTC of the side whose clock is read; the browser's own zone until the market has answered. */
  readonly offsetMinutes: number | undefined;
  readonly side: string | undefined;
  readonly setSide: (code: string) => void;
  /** The market's own now, in milliseconds: this computer's clock may be wrong, or the market's moved for a demonstration. */
  readonly nowMs: () => number;
  /** Asks again: a stall may have been licensed since. */
  readonly reload: () => void;
};

const Place = createContext<Clock>({
  market: undefined,
  offsetMinutes: undefined,
  side: undefined,
  setSide: () => undefined,
  nowMs: Date.now,
  reload: () => undefined,
});
const KEPT = 'serai.desk.clock';

/** The market's facts and the side whose clock every time on the desk is read from. */
export const useClock = (): Clock => useContext(Place);

export function ClockProvider({ children }: { readonly children: ReactNode }) {
  const { body: market, reload } = useRead<DeskMarket>('market');
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  useEffect(() => setChosen(localStorage.getItem(KEPT) ?? undefined), []);
  const ahead = useMemo(() => (market === undefined ? 0 : Date.parse(market.serverTime) - Date.now()), [market]);
  const clock = useMemo(() => {
    const side = market?.sides.find(({ code }) => code === chosen) ?? market?.sides[0];
    const setSide = (code: string): void => {
      localStorage.setItem(KEPT, code);
      setChosen(code);
    };
    return { market, offsetMinutes: side?.offsetMinutes, side: side?.code, setSide, nowMs: () => Date.now() + ahead, reload };
  }, [market, chosen, ahead, reload]);
  return <Place.Provider value={clock}>{children}</Place.Provider>;
}

/** An instant on the desk's clock. */
export function At({ at, show = 'both' }: { readonly at: string; readonly show?: 'day' | 'time' | 'both' }) {
  return (
    <span className="whitespace-nowrap">
      <DateText at={at} show={show} offsetMinutes={useClock().offsetMinutes} />
    </span>
  );
}

export function ClockChoice() {
  const t = useTranslations('desk');
  const language = useLocale();
  const { market, side, setSide } = useClock();
  if (market === undefined || market.sides.length < 2) return null;
  return (
    <RadioGroup value={side ?? null} onChange={setSide} className="grid gap-1">
      <Label className="font-semibold text-s">{t('clock')}</Label>
      {market.sides.map(({ code, names, offsetMinutes }) => (
        <Radio
          key={code}
          value={code}
          className="group -mx-2 flex min-h-10 cursor-pointer items-center gap-2.5 rounded-md px-2 text-s leading-tight hover:bg-teal-tint selected:font-semibold"
        >
          <span
            aria-hidden
            className="size-4 shrink-0 rounded-full border-2 border-edge group-selected:border-[5px] group-selected:border-teal"
          />
          {t('clockOf', { side: nameIn(names, language, code), offset: offsetText(offsetMinutes ?? 0) })}
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** 300 -> '+5', 330 -> '+5:30'. */
function offsetText(minutes: number): string {
  const rest = Math.abs(minutes) % 60;
  return `${minutes < 0 ? '-' : '+'}${Math.floor(Math.abs(minutes) / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** A side's name in the reader's language. */
export function useSideName(): (code: string) => string {
  const language = useLocale();
  const { market } = useClock();
  return (code) =>
    nameIn(
      (market?.sides as readonly SideView[] | undefined)?.find((each) => each.code === code)?.names as Names,
      language,
      code,
    );
}
