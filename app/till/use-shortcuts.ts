'use client';
import { useEffect, useRef } from 'react';

/** A scanner types `+` and `-` too; a key this close behind another one is not a person's. */
const SCAN_GAP_MS = 80;

type Shortcuts = Readonly<Record<string, () => void>>;

/**
 * Keys that work wherever the focus is. Function keys always; the others only outside text fields, Enter only where nothing else would
 * take it.
 */
export function useShortcuts(shortcuts: Shortcuts, enabled: boolean): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    if (!enabled) return;
    let last = { at: 0, key: '' };
    const onKey = (event: KeyboardEvent): void => {
      const { key } = event;
      const scanning = event.timeStamp - last.at < SCAN_GAP_MS && last.key !== key && key.length === 1;
      if (key.length === 1) last = { at: event.timeStamp, key };
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || scanning) return;
      const run = latest.current[key];
      if (!run || !isFree(key, event.target)) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [enabled]);
}

function isFree(key: string, target: EventTarget | null): boolean {
  if (/^F\d+$/.test(key)) return true;
  if (!(target instanceof HTMLElement)) return true;
  const isChoice = target instanceof HTMLInputElement && (target.type === 'radio' || target.type === 'checkbox');
  const typing = !isChoice && (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);
  if (key === 'Escape') return true;
  if (typing) return false;
  if (isChoice && key.startsWith('Arrow')) return false;
  return key !== 'Enter' || target.closest('button, a, [role="button"]') === null;
}
