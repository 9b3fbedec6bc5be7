'use client';
import { useCallback, useEffect, useState } from 'react';

export type Theme = 'dark' | 'light';
const THEME_KEY = 'serai.till.theme';

/** Dark unless this browser was told otherwise; the choice stays on the tablet. */
export function useTheme(): readonly [Theme, () => void] {
  const [theme, setTheme] = useState<Theme>('dark');
  useEffect(() => {
    setTheme(read());
    const root = document.documentElement;
    return () => {
      delete root.dataset.theme;
    };
  }, []);
  const turn = useCallback((): void => {
    const next: Theme = theme === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset.theme = next;
    try {
      localStorage.setItem(THEME_KEY, next);
    } catch {
      // Without a store the choice lasts as long as the page.
    }
    setTheme(next);
  }, [theme]);
  return [theme, turn];
}

function read(): Theme {
  let theme: Theme = 'dark';
  try {
    if (localStorage.getItem(THEME_KEY) === 'light') theme = 'light';
  } catch {
    // No store: dark.
  }
  document.documentElement.dataset.theme = theme;
  return theme;
}
