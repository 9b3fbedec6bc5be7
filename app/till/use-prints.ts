'use client';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { PAPERS } from '#lib/printer/bitmap.ts';
import type { Printed } from '#lib/printer/printer.ts';
import { callApi, newId } from '../_ui/api.ts';
import type { Paper } from './offline-receipt.ts';
import { type Printer, usePrinter } from './printer-context.tsx';
import { pictureOf } from './receipt-picture.ts';
import { useStall } from './stall-context.tsx';

/** What is marked on a receipt that was printed before: which copy it is, where the market could be asked. */
export type Copy = { readonly number: number | null };

export type Prints = {
  readonly print: () => Promise<void>;
  readonly isPrinting: boolean;
  /** What is printed next is a copy. */
  readonly isCopyNext: boolean;
  /** What became of the last print; null before there was one, and of the browser's own, which tells nobody. */
  readonly printed: Printed | null;
  /** By receipt; empty on originals. */
  readonly copies: readonly Copy[];
  readonly paperRef: RefObject<HTMLDivElement | null>;
};

const NO_PICTURE = { width: PAPERS[80], height: 0, bits: new Uint8Array() };

/**
 * Prints receipts: a new sale's original once, and copies ever after, marked as what they are. A print that failed may be tried again as
 * the original; one that nobody can be sure of may not. Nothing here holds up or undoes a sale.
 */
export function usePrints(receipts: readonly Paper[], isNew: boolean): Prints {
  const { link } = useStall();
  const printer = usePrinter();
  const paperRef = useRef<HTMLDivElement>(null);
  /** Receipts whose original is on paper somewhere, or may be. */
  const given = useRef<ReadonlySet<string>>(new Set(isNew ? [] : receipts.map(({ id }) => id)));
  const opensDrawer = useRef(isNew && receipts.some(isPaidInCash));
  /** Copies that were counted and did not come out: they are tried again as what they are. */
  const counted = useRef<readonly Copy[] | null>(null);
  const [copies, setCopies] = useState<readonly Copy[]>([]);
  const [isCopyNext, setCopyNext] = useState(!isNew);
  const [isPrinting, setPrinting] = useState(false);
  const [printed, setPrinted] = useState<Printed | null>(null);

  const print = useCallback(async (): Promise<void> => {
    const originals = receipts.filter(({ id }) => !given.current.has(id));
    if (originals.length === 0) {
      counted.current ??= await Promise.all(receipts.map((receipt) => copyOf(receipt, link === 'online')));
      const marked = counted.current;
      flushSync(() => setCopies(marked));
    }
    const due = originals.length > 0 ? originals : receipts;
    if (printer.choice.by === 'browser') window.print();
    let last: Printed | null = null;
    for (const receipt of printer.choice.by === 'browser' ? [] : due) {
      last = await printOne(printer, paperOf(paperRef.current, receipts.indexOf(receipt)), opensDrawer.current);
      // A printer that answered has opened the drawer, with or without paper.
      if (last.state !== 'away' || last.outcome !== 'not-printed') opensDrawer.current = false;
      setPrinted(last);
      if (last.outcome === 'not-printed') return;
      given.current = new Set([...given.current, receipt.id]);
    }
    given.current = new Set(receipts.map(({ id }) => id));
    counted.current = null;
    setCopyNext(true);
  }, [printer, receipts, link]);

  const busy = useRef(false);
  const once = useCallback(async (act: () => Promise<void>): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setPrinting(true);
    try {
      await act();
    } finally {
      busy.current = false;
      setPrinting(false);
    }
  }, []);

  const begun = useRef(!isNew);
  useEffect(() => {
    if (begun.current || printer.choice.by === 'browser') return;
    begun.current = true;
    if (printer.choice.isAutomatic) void once(print);
    else if (opensDrawer.current) {
      opensDrawer.current = false;
      // Beside whatever somebody asks for meanwhile: the wire takes one after another.
      void printer.print({ picture: NO_PICTURE, opensDrawer: true });
    }
  }, [printer, print, once]);
  return { print: () => once(print), isPrinting, isCopyNext, printed, copies, paperRef };
}

const isPaidInCash = ({ tenders }: Paper): boolean => tenders.some(({ kind }) => kind === 'cash');

/** Asks the market which copy this is: it keeps count, so that nobody has five originals. A till that it does not hear prints all the same. */
async function copyOf({ id }: Paper, isHeard: boolean): Promise<Copy> {
  const answer = isHeard ? await callApi<{ readonly copy: Copy }>('POST', `sales/${id}/copies`, { id: newId() }) : undefined;
  return answer?.kind === 'done' ? answer.body.copy : { number: null };
}

const paperOf = (papers: HTMLElement | null, place: number): HTMLElement | undefined =>
  papers?.querySelectorAll('article')[place];

/** Each receipt on a sheet of its own. */
async function printOne(printer: Printer, paper: HTMLElement | undefined, opensDrawer: boolean): Promise<Printed> {
  try {
    if (paper === undefined) throw new Error('no paper');
    const picture = await pictureOf(paper, PAPERS[printer.choice.paperMm]);
    return await printer.print({ picture, opensDrawer });
  } catch {
    return { outcome: 'not-printed', state: 'away' };
  }
}
