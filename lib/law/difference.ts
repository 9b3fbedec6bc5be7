/** One place at which two records differ; a side that has nothing there is left out. */
export type Difference = { readonly pointer: string; readonly before?: unknown; readonly after?: unknown };

/** Where two JSON values differ, each place by its JSON pointer (RFC 6901), in the order of the first. */
export function differencesBetween(before: unknown, after: unknown, pointer = ''): readonly Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isTree(before) || !isTree(after) || Array.isArray(before) !== Array.isArray(after))
    return [{ pointer, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
  const steps = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const found = steps.flatMap((step) => differencesBetween(before[step], after[step], `${pointer}/${escaped(step)}`));
  return found.length > 0 ? found : [{ pointer, before: Object.keys(before), after: Object.keys(after) }];
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const escaped = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1');
