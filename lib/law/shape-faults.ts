import type { z } from 'zod';
import { at, heard, type PackFault, type Wrong, wrong } from './fault.ts';

type Issue = z.core.$ZodIssue;

/** What zod found, as places and what is wrong there. */
export function shapeFaults(issues: readonly Issue[]): PackFault[] {
  // zod measures a text that stands where a list should, too: of another type, its length says nothing.
  const mistyped = new Set(issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => pointerOf(path)));
  const isSize = ({ code }: Issue) => code === 'too_small' || code === 'too_big';
  return issues.filter((issue) => !(isSize(issue) && mistyped.has(pointerOf(issue.path)))).flatMap(faultsIn);
}

function faultsIn(issue: Issue): PackFault[] {
  const pointer = pointerOf(issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ pointer: pointerOf([...issue.path, key]), ...(heard(issue.message) ?? UNREADABLE) }));
  if (issue.code === 'invalid_union') return unionFaults(issue);
  if (issue.code === 'invalid_value') return [at(pointer, 'one-of', { ids: issue.values.map((value) => JSON.stringify(value)) })];
  return [{ pointer, ...(heard(issue.message) ?? wrongBy(issue)) }];
}

/** Of several forms the one that was most likely meant: it has the fewest fields too many or missing. */
function unionFaults(issue: Extract<Issue, { code: 'invalid_union' }>): PackFault[] {
  const pointer = pointerOf(issue.path);
  const strangers = (errors: readonly Issue[]) =>
    errors.reduce((sum, each) => sum + (each.code === 'unrecognized_keys' ? each.keys.length + 1 : 1), 0);
  const forms = issue.errors.filter((errors) => errors.length > 0);
  const nested = forms.filter((errors) => errors.some(({ path }) => path.length > 0));
  const meant = [...nested].sort((a, b) => strangers(a) - strangers(b))[0];
  if (meant && typeof issue.input !== 'number' && typeof issue.input !== 'string')
    return shapeFaults(meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })));
  const said = heard(issue.message);
  // Where the place is that of the kind alone, the object is there.
  if (said?.reason === 'one-kind-of' && issue.path.at(-1) === 'kind')
    return [at(pointer, 'one-of', { ids: (said.facts.kinds as readonly string[]).map((kind) => JSON.stringify(kind)) })];
  return [{ pointer, ...(said ?? anyOf(forms.flatMap((errors) => shapeFaults(errors.slice(0, 1))))) }];
}

/** What each form would take, each said once. */
function anyOf(faults: readonly PackFault[]): Wrong {
  const said = new Map(faults.map(({ reason, facts }) => [JSON.stringify([reason, facts]), { reason, facts }]));
  const [first, ...others] = said.values();
  return first === undefined ? UNREADABLE : joined(first, others);
}

const joined = (first: Wrong, [next, ...others]: readonly Wrong[]): Wrong =>
  next === undefined ? first : wrong('either', { first, next: joined(next, others) });

const UNREADABLE = wrong('unreadable');

const TYPES: Readonly<Record<string, Wrong>> = {
  string: wrong('type-string'),
  number: wrong('type-number'),
  int: wrong('type-int'),
  boolean: wrong('type-boolean'),
  array: wrong('type-array'),
  object: wrong('type-object'),
  record: wrong('type-record'),
};

/** What zod says by itself, where a schema has no message of its own. */
function wrongBy(issue: Issue): Wrong {
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? UNREADABLE;
  if (issue.code === 'invalid_key') return wrong('key');
  if (issue.code === 'too_small') {
    const least = Number(issue.minimum);
    if (issue.origin === 'array') return wrong('list-at-least', { least });
    if (issue.origin === 'string') return wrong('text');
    return least === 0 ? wrong('zero-or-more') : wrong('at-least', { least });
  }
  if (issue.code !== 'too_big') return UNREADABLE;
  const most = Number(issue.maximum);
  if (issue.origin === 'array') return wrong('list-at-most', { most });
  return issue.origin === 'string' ? wrong('text-at-most', { most }) : wrong('at-most', { most });
}

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
