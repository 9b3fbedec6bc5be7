'use client';
import { useEffect, useState } from 'react';

/** A text once nobody has typed for a moment: a question for each letter would be thrown away. */
export function useSettled(text: string, afterMs = 250): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(text), afterMs);
    return () => clearTimeout(waiting);
  }, [text, afterMs]);
  return settled;
}
