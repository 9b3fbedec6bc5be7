/** Exit cases that were presented at this desk and not closed yet: a reload or a put-aside case must be found again. */
export type OpenCase = { readonly visit: string; readonly exit: string; readonly code: string };

const KEY = 'serai.gate.open-cases';

export function openCases(): readonly OpenCase[] {
  try {
    return JSON.parse(window.localStorage.getItem(KEY) ?? '[]') as readonly OpenCase[];
  } catch {
    return [];
  }
}

export const caseOfVisit = (visit: string | undefined): OpenCase | undefined => openCases().find((open) => open.visit === visit);

/** Keeps a case while it is presented, forgets it when it is closed. */
export function keepCase(exit: { id: string; visit: string; state: string; pass: { code: string } }): void {
  const others = openCases().filter(({ visit }) => visit !== exit.visit);
  const kept = exit.state === 'presented' ? [...others, { visit: exit.visit, exit: exit.id, code: exit.pass.code }] : others;
  window.localStorage.setItem(KEY, JSON.stringify(kept));
}
