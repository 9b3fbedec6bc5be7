'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { callApi, newId } from '../_ui/api.ts';
import { type Basket, lineBody, linesOf } from './basket.ts';

type Line = ReturnType<typeof lineBody>;
/** What the market holds for one pass of the basket until it is paid, parked or cleared. */
type Lease = { readonly basket: string; readonly held: readonly Line[] };
type Leases = Readonly<Record<string, Lease>>;
type Answered = { readonly lease: { readonly lines: readonly Line[] } };

export type HeldLeases = {
  /** The lease's own name, to be spent in the act of the sale. */
  readonly basketOf: (pass: string) => string | undefined;
  /** It goes with the sale, and is not given back. */
  readonly spend: (pass: string) => void;
  /** Whether all that this pass takes now is held for it. */
  readonly isHeld: (pass: string) => boolean;
};

const WAIT_MS = 400;
const KEY = 'serai.till.leases';

/**
 * Asks the market, line by line, to hold what the basket would use: nobody else can sell it then, and this till may, should the network go.
 * What a pass takes no longer is given back.
 */
export function useLeases(basket: Basket, isOnline: boolean): HeldLeases {
  const [leases, setLeases] = useState<Leases>(keptLeases);
  const latest = useRef(leases);
  const wanted = JSON.stringify(basket.passes.map(({ id }) => ({ pass: id, lines: linesOf(basket, id).map(lineBody) })));

  const put = useCallback((pass: string, lease: Lease | undefined): void => {
    const { [pass]: _, ...rest } = latest.current;
    latest.current = lease ? { ...rest, [pass]: lease } : rest;
    setLeases(latest.current);
    keepLeases(latest.current);
  }, []);
  useEffect(() => {
    if (!isOnline) return;
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const asked = JSON.parse(wanted) as readonly { readonly pass: string; readonly lines: readonly Line[] }[];
      const gone = Object.keys(latest.current).filter(
        (pass) => !asked.some((each) => each.pass === pass && each.lines.length > 0),
      );
      for (const { pass, lines } of [...gone.map((pass) => ({ pass, lines: [] })), ...asked]) {
        const lease = latest.current[pass];
        if (!isWanted || (lease === undefined && lines.length === 0) || (lease && isSame(lease.held, lines))) continue;
        const name = lease?.basket ?? newId();
        const answer = await callApi<Answered>('POST', 'leases', { id: newId(), basket: name, pass, lines });
        if (answer.kind === 'done') put(pass, lines.length === 0 ? undefined : { basket: name, held: answer.body.lease.lines });
        // It was spent with a sale, or is not this till's any more: there is nothing to give back.
        else if (lines.length === 0 && answer.kind === 'refused') put(pass, undefined);
      }
    };
    const timer = setTimeout(() => void ask(), WAIT_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [wanted, isOnline, put]);

  const isHeld = (pass: string): boolean => {
    const held = leases[pass]?.held;
    return held !== undefined && isSame(held, linesOf(basket, pass).map(lineBody));
  };
  return { basketOf: (pass) => leases[pass]?.basket, spend: (pass) => put(pass, undefined), isHeld };
}

/** Line by line: which product, how much of it, and where it goes. */
const isSame = (held: readonly Line[], wanted: readonly Line[]): boolean => textOf(held) === textOf(wanted);
const textOf = (lines: readonly Line[]): string =>
  JSON.stringify(lines.map(({ product, quantity, fate = 'carried' }) => [product, quantity, fate]).sort());

/** A reload keeps the basket, and what is held for it. */
function keptLeases(): Leases {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Leases;
  } catch {
    return {};
  }
}

function keepLeases(leases: Leases): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(leases));
  } catch {
    // Without a store a reload asks for another; the market gives this one back in time.
  }
}
