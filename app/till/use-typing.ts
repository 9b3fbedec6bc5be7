'use client';
import { useEffect, useRef } from 'react';

type Typing = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter: () => void;
  readonly decimal?: boolean;
  readonly maxLength?: number;
  readonly enabled?: boolean;
};

/**
 * Lets a keyboard fill a number without a focused field, which would open a tablet's own keyboard over the screen. Enter goes to
 * `onEnter` unless a button outside `[data-digits]` has the focus.
 */
export function useTyping({ value, onChange, onEnter, decimal = false, maxLength = 12, enabled = true }: Typing): void {
  const latest = useRef({ value, onChange, onEnter });
  useEffect(() => {
    latest.current = { value, onChange, onEnter };
  });
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      const { value: now, onChange: change, onEnter: enter } = latest.current;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (event.key === 'Enter') {
        if (target?.closest('button, a, [role="button"]') && !target.closest('[data-digits]')) return;
        event.preventDefault();
        event.stopPropagation();
        enter();
        return;
      }
      if (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox') return;
      const next = typed(now, event.key, decimal);
      if (next === undefined || next.length > maxLength) return;
      event.preventDefault();
      // A quick second key comes before the next paint.
      latest.current.value = next;
      change(next);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [enabled, decimal, maxLength]);
}

function typed(now: string, key: string, decimal: boolean): string | undefined {
  if (key === 'Backspace') return now.slice(0, -1);
  if (/^\d$/.test(key)) return /\.\d\d$/.test(now) && decimal ? now : `${now}${key}`;
  if (decimal && /^[.,]$/.test(key) && !now.includes('.')) return `${now || '0'}.`;
  return undefined;
}
