'use client';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
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

/** `say({ text, tone, act })`: a short notice at the foot of the screen, read aloud, gone after six seconds. */
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
  const list = useMemo(() => [...shown].reverse(), [shown]);
  return (
    <Say.Provider value={say}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className="on-screen pointer-events-none fixed inset-x-0 bottom-4 z-[60] grid justify-items-center gap-2 px-4"
      >
        {list.map((notice) => (
          <div
            key={notice.id}
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
                  drop(notice.id);
                }}
              >
                {notice.act.label}
              </Button>
            )}
          </div>
        ))}
      </div>
    </Say.Provider>
  );
}
