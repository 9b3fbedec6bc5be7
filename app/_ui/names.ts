import type { Names } from './views.ts';

/** A thing's name in the reader's language, else English, else any it has. */
export const nameIn = (names: Names | undefined, language: string, otherwise = ''): string =>
  names?.[language] || names?.en || Object.values(names ?? {}).find(Boolean) || otherwise;

type Rules = readonly { readonly id: string; readonly names: Names; readonly parts?: readonly (Names | null)[] }[];

/** Short names of rules in the reader's language; a part of a mix stands under `rule.n`, from 1. */
export const ruleNamesIn = (rules: Rules, language: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    rules.flatMap(({ id, names, parts = [] }) => [
      [id, nameIn(names, language, id)],
      ...parts.map((part, index) => [`${id}.${index + 1}`, nameIn(part ?? undefined, language)]),
    ]),
  );
