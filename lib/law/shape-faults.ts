import type { z } from 'zod';
import type { PackFault } from './pack.ts';

/** What zod found, as places and what to write there instead. */
export function shapeFaults(issue: z.core.$ZodIssue): PackFault[] {
  const pointer = pointerOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerOf([...issue.path, key]),
      fault: issue.message,
    }));
  }
  if (issue.code === 'invalid_value')
    return [{ pointer, fault: `write one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}` }];
  if (issue.code === 'invalid_type')
    return [{ pointer, fault: /^write /.test(issue.message) ? issue.message : `write a value of type ${issue.expected} here` }];
  if (issue.code === 'invalid_union') return unionFaults(issue);
  return [{ pointer, fault: issue.message }];
}

/** Of several forms the one that was most likely meant: it has the fewest fields too many or missing. */
function unionFaults(issue: Extract<z.core.$ZodIssue, { code: 'invalid_union' }>): PackFault[] {
  const pointer = pointerOf(issue.path);
  const strangers = (errors: readonly z.core.$ZodIssue[]) =>
    errors.reduce((sum, each) => sum + (each.code === 'unrecognized_keys' ? each.keys.length + 1 : 1), 0);
  const forms = issue.errors.filter((errors) => errors.length > 0);
  const nested = forms.filter((errors) => errors.some(({ path }) => path.length > 0));
  const meant = [...nested].sort((a, b) => strangers(a) - strangers(b))[0];
  if (meant && typeof issue.input !== 'number' && typeof issue.input !== 'string')
    return meant.flatMap((inner) => shapeFaults({ ...inner, path: [...issue.path, ...inner.path] }));
  if (/^write /.test(issue.message)) return [{ pointer, fault: issue.message }];
  const said = [...new Set(forms.flatMap((errors) => shapeFaults(errors[0] as z.core.$ZodIssue).map(({ fault }) => fault)))];
  return [{ pointer, fault: said.length > 0 ? said.join(', or ') : issue.message }];
}

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
