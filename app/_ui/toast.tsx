'use client';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';

type Notice = {
  readonly text: ReactNode;
  readonly tone?: 'plain' | 'good' | 'bad';
  readonly act?: { readonly label: string; readonly run: () => void };
};
type Shown = Notice & { readonly id: number };

const SECONDS = 6;
const Say = createContext<(notice: Notice) => void>(() => undefined);
const Offer = createContext<(place: HTMLElement) => () => void>(() => () => undefined);

/** `say({ text, tone, act })`: a short notice, read aloud, gone after six seconds. It stands at the foot of the screen, or in the dialog that is open. */
export const useToast = (): ((notice: Notice) => void) => useContext(Say);

export function Toasts({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const next = useRef(0);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  const drop = useCallback((id: number) => setShown((all) => all.filter((one) => one.id !== id)), []);
  const say = useCallback(
    (notice: Notice) => {
      next.current += 1;
      const id = next.current;
      setShown((all) => [...all.slice(-2), { ...notice, id }]);
      timers.current.add(setTimeout(() => drop(id), SECONDS * 1000));
    },
    [drop],
  );
  useEffect(() => () => timers.current.forEach(clearTimeout), []);
  const [places, setPlaces] = useState<readonly HTMLElement[]>([]);
  const offer = useCallback((place: HTMLElement) => {
    setPlaces((all) => [...all, place]);
    return () => setPlaces((all) => all.filter((one) => one !== place));
  }, []);
  const list = useMemo(() => [...shown].reverse(), [shown]);
  const place = places.at(-1);
  return (
    <Offer.Provider value={offer}>
      <Say.Provider value={say}>
        {children}
        <ToastPlace className="pointer-events-none fixed inset-x-0 bottom-20 z-[60] justify-items-center px-4 md:bottom-4 md:justify-items-start" />
        {place &&
          createPortal(
            list.map((notice) => <Toast key={notice.id} notice={notice} onDrop={drop} />),
            place,
          )}
      </Say.Provider>
    </Offer.Provider>
  );
}

/** Where notices stand while this is the newest place on the screen: within a dialog they take room of their own and cover no button. */
export function ToastPlace({ className }: { readonly className: string }) {
  const offer = useContext(Offer);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => (place.current ? offer(place.current) : undefined), [offer]);
  return <div ref={place} role="status" aria-live="polite" className={classNames('on-screen grid gap-2', className)} />;
}

function Toast({ notice, onDrop }: { readonly notice: Shown; readonly onDrop: (id: number) => void }) {
  return (
    <div
      className={classNames(
        'pointer-events-auto flex min-h-14 max-w-xl items-center gap-4 rounded-box border-2 bg-ink px-5 py-2 font-semibold text-paper shadow-lg',
        notice.tone === 'bad' ? 'border-red' : notice.tone === 'good' ? 'border-teal' : 'border-ink',
      )}
    >
      <span>{notice.text}</span>
      {notice.act && (
        <Button
          onPress={() => {
            notice.act?.run();
            onDrop(notice.id);
          }}
        >
          {notice.act.label}
        </Button>
      )}
    </div>
  );
}
