'use client';
import { useLocale } from 'next-intl';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { CashUnit } from '#lib/money/cash.ts';
import type { Rate } from '#lib/money/rate.ts';
import { nameIn, ruleNamesIn } from '../_ui/names.ts';
import type { Link } from './link.ts';
import { type Beacon, clocksNow, marketTime } from './market-clock.ts';
import type { PaperWords, TillMarket, TillView } from './till-views.ts';
import type { Outbox } from './use-outbox.ts';

/** The stall this till stands in, with the words and rates that every part of its screen needs. */
export type Stall = {
  readonly till: TillView;
  readonly market: TillMarket;
  readonly paper: PaperWords;
  /** Whether the market answers, and what is wrong where it does not. */
  readonly link: Link;
  /** When it last answered, by its own clock. */
  readonly heardAt: string | null;
  /** Its last signed word of the time; null where there never was one. */
  readonly beacon: Beacon | null;
  /** Sales that it does not have. */
  readonly outbox: Outbox;
  /** What time it is in the market, as far as this tablet can know. */
  readonly now: () => string;
  /** The stall by its code and name, or the market's desk by its own. */
  readonly place: string;
  /** What this stall's prices are in. */
  readonly currency: string;
  readonly rates: readonly Rate[];
  /** The smallest cash of each currency. */
  readonly cashUnits: readonly CashUnit[];
  readonly offsetMinutes: number | undefined;
  /** Short name of each rule in the reader's language. */
  readonly ruleNames: Readonly<Record<string, string>>;
  readonly sideName: (code: string) => string;
  readonly categoryName: (id: string) => string;
  /** Asks the server again who is here and which session is open. */
  readonly reload: () => Promise<void>;
};

const Here = createContext<Stall | null>(null);

type Props = Pick<Stall, 'till' | 'market' | 'paper' | 'link' | 'heardAt' | 'beacon' | 'outbox' | 'reload'> & {
  readonly priceCurrency: string | undefined;
  readonly children: ReactNode;
};

export function AtStall({ till, market, paper, link, heardAt, beacon, outbox, reload, priceCurrency, children }: Props) {
  const language = useLocale();
  const stall = useMemo<Stall>(() => {
    // The market's own desk keeps the clock and the money of its first side.
    const side = till.stall === null ? market.sides[0] : market.sides.find(({ code }) => code === till.stall?.side);
    const names = new Map(market.categories.map((category) => [category.id, category.names]));
    return {
      till,
      market,
      paper,
      link,
      heardAt,
      beacon,
      outbox,
      now: () => (beacon ? marketTime(beacon, clocksNow()).occurredAt : new Date().toISOString()),
      reload,
      place: till.stall === null ? till.device.name : `${till.stall.code} · ${till.stall.name}`,
      currency: priceCurrency ?? side?.currency ?? market.currencies[0] ?? '',
      rates: till.tillRates,
      cashUnits: market.cash ?? [],
      offsetMinutes: side?.offsetMinutes,
      ruleNames: ruleNamesIn(market.rules ?? [], language),
      sideName: (code) => nameIn(market.sides.find((one) => one.code === code)?.names, language, code),
      categoryName: (id) => nameIn(names.get(id), language, id),
    };
  }, [till, market, paper, link, heardAt, beacon, outbox, reload, priceCurrency, language]);
  return <Here.Provider value={stall}>{children}</Here.Provider>;
}

/** @throws Error outside `AtStall`. */
export function useStall(): Stall {
  const stall = useContext(Here);
  if (!stall) throw new Error('no stall around this');
  return stall;
}
