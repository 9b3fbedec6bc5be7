'use client';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { PrintJob } from '#lib/printer/escpos.ts';
import type { Printed, PrinterState } from '#lib/printer/printer.ts';
import { printBy, stateBy } from './printer-at-till.ts';
import { keepChoice, keptChoice, type PrinterChoice } from './printer-choice.ts';

/** The printer of this tablet. */
export type Printer = {
  readonly choice: PrinterChoice;
  readonly choose: (choice: PrinterChoice) => void;
  /** Null where the browser prints, which says nothing, and until a printer has said something. */
  readonly state: PrinterState | null;
  readonly look: () => Promise<void>;
  readonly print: (job: PrintJob) => Promise<Printed>;
};

/** A roll runs out between two shoppers: the bar should say so before the next one pays. */
const LOOK_MS = 60_000;

const Here = createContext<Printer | null>(null);

/** Knows how this tablet prints and what its printer is like, whatever is open over the counter. */
export function WithPrinter({ children }: { readonly children: ReactNode }) {
  const [choice, setChoice] = useState(keptChoice);
  const [state, setState] = useState<PrinterState | null>(null);
  const look = useCallback(async () => setState(choice.by === 'browser' ? null : await stateBy(choice)), [choice]);
  useEffect(() => {
    void look();
    const again = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(again);
  }, [look]);
  const printer = useMemo<Printer>(
    () => ({
      choice,
      state,
      look,
      choose(chosen) {
        keepChoice(chosen);
        setState(null);
        setChoice(chosen);
      },
      async print(job) {
        const printed = await printBy(choice, job);
        setState(printed.state);
        return printed;
      },
    }),
    [choice, state, look],
  );
  return <Here.Provider value={printer}>{children}</Here.Provider>;
}

/** @throws Error outside `WithPrinter`. */
export function usePrinter(): Printer {
  const printer = useContext(Here);
  if (!printer) throw new Error('no printer around this');
  return printer;
}
