'use client';
import { useEffect, useRef } from 'react';

/** Zebra scanners take up to 100 ms a key, Honeywell about 10. Slower than this is a person. */
const GAP_MS = 120;
/** How long nothing must come before a scan is over. A busy screen hears keys late, and a document cut in two is no document. */
const SILENCE_MS = { one: GAP_MS + 30, many: 400 } as const;
const SHORTEST_SCAN = 6;
/** Nobody types this much without a pause: a reader that sends no Enter is taken at its word. */
const SURELY_A_SCAN = 24;

type Options = {
  /** A travel document reader sends its lines one after the other, each with Enter: wait for the last and join them with newlines. */
  readonly lines?: 'one' | 'many';
  readonly enabled?: boolean;
  /** Where only one kind of code is meant: any other burst is left to the field that it was typed into. */
  readonly accepts?: (text: string) => boolean;
};

type Burst = { text: string; lastAt: number; field: HTMLInputElement | HTMLTextAreaElement | null; before: string };

/**
 * Listens for a scanner that types. Reads the keys' places (event.code, US layout), never their letters, so that a Russian or Kazakh
 * layout or a Chinese input method changes nothing. While a burst runs, Enter, Tab and Space do not reach the page, and a field that
 * happened to have the focus is given back the text it had.
 */
export function useWedge(
  onScan: (text: string) => void,
  { lines = 'one', enabled = true, accepts = () => true }: Options = {},
): void {
  const latest = useRef({ onScan, accepts });
  useEffect(() => {
    latest.current = { onScan, accepts };
  });

  useEffect(() => {
    if (!enabled) return;
    let burst: Burst | null = null;
    let silence: ReturnType<typeof setTimeout> | undefined;

    const finish = (): void => {
      const read = burst;
      burst = null;
      clearTimeout(silence);
      const text = read?.text.replace(/\n+$/, '') ?? '';
      if (!read || text.length < SHORTEST_SCAN || !latest.current.accepts(text)) return;
      if (read.field) setFieldText(read.field, read.before);
      latest.current.onScan(text);
    };

    const onKey = (event: KeyboardEvent): void => {
      const key = keyOf(event);
      if (key === undefined) return;
      const running = burst !== null && event.timeStamp - burst.lastAt <= GAP_MS;
      if (key === '\n') {
        if (!running || !burst || burst.text.length < SHORTEST_SCAN) {
          burst = null;
          return;
        }
        swallow(event);
        burst.text += '\n';
        burst.lastAt = event.timeStamp;
        if (lines === 'one') finish();
        else wait();
        return;
      }
      if (!running || !burst) burst = { text: '', lastAt: 0, ...fieldWithFocus() };
      burst.text += key;
      burst.lastAt = event.timeStamp;
      if (!burst.field && (key === ' ' || key === '/') && burst.text.length > 1) swallow(event);
      clearTimeout(silence);
      if (burst.text.length >= SURELY_A_SCAN) wait();
    };

    const wait = (): void => {
      clearTimeout(silence);
      silence = setTimeout(finish, SILENCE_MS[lines]);
    };

    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      clearTimeout(silence);
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [enabled, lines]);
}

const swallow = (event: KeyboardEvent): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

function fieldWithFocus(): Pick<Burst, 'field' | 'before'> {
  const focused = document.activeElement;
  const field = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? focused : null;
  return { field, before: field?.value ?? '' };
}

/** React hears a change only through the element's own setter. */
function setFieldText(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(kind, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

const PLACES: Readonly<Record<string, readonly [string, string]>> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  IntlBackslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Space: [' ', ' '],
  NumpadAdd: ['+', '+'],
  NumpadSubtract: ['-', '-'],
  NumpadMultiply: ['*', '*'],
  NumpadDivide: ['/', '/'],
  NumpadDecimal: ['.', '.'],
};
const SHIFTED_DIGITS = ')!@#$%^&*(';
const GROUP_SEPARATOR = '\u001d';

/** The character at a key's place on a US keyboard; a line break for Enter and Tab; undefined for anything else. */
export function keyOf(
  event: Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): string | undefined {
  const { code, key, shiftKey } = event;
  if (event.altKey || event.metaKey) return undefined;
  if (event.ctrlKey) return code === 'BracketRight' ? GROUP_SEPARATOR : undefined;
  if (code === 'Enter' || code === 'NumpadEnter' || code === 'Tab') return '\n';
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shiftKey ? letter : letter.toLowerCase();
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit) return shiftKey ? SHIFTED_DIGITS[Number(digit)] : digit;
  const pad = /^Numpad(\d)$/.exec(code)?.[1];
  if (pad) return pad;
  const place = PLACES[code];
  if (place) return place[shiftKey ? 1 : 0];
  // Some tablets leave the code of an attached scanner empty.
  return code === '' && key.length === 1 ? key : undefined;
}
