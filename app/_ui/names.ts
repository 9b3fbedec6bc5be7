import type { Names } from './views.ts';

/** A thing's name in the reader's language, else English, else any it has. */
export const nameIn = (names: Names | undefined, language: string, otherwise = ''): string =>
  names?.[language] || names?.en || Object.values(names ?? {}).find(Boolean) || otherwise;
