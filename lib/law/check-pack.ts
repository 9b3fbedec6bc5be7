import type { z } from 'zod';
import type { LawPack, PackFault } from './pack.ts';
import { faultsOf } from './pack-faults.ts';
import { packSchema } from './pack-schema.ts';

/** Reads a pack, or says everything that is wrong with it: first its shape, then its references. */
export function checkPack(json: unknown): { pack: LawPack } | { faults: readonly PackFault[] } {
  const parsed = packSchema.safeParse(json);
  if (!parsed.success) return { faults: parsed.error.issues.flatMap(shapeFaults) };
  const faults = faultsOf(parsed.data);
  return faults.length > 0 ? { faults } : { pack: parsed.data };
}

function shapeFaults(issue: z.core.$ZodIssue): PackFault[] {
  const pointer = pointerOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerOf([...issue.path, key]),
      fault: 'no field of this name here: remove it',
    }));
  }
  if (issue.code === 'invalid_value')
    return [{ pointer, fault: `write one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}` }];
  if (issue.code === 'invalid_type') return [{ pointer, fault: `write a value of type ${issue.expected} here` }];
  if (issue.code === 'invalid_union') {
    const first = issue.errors.find((errors) => errors.some((inner) => inner.path.length > 0));
    if (first) return first.flatMap((inner) => shapeFaults({ ...inner, path: [...issue.path, ...inner.path] }));
    return [{ pointer, fault: 'write one of the forms that the schema lists for this place' }];
  }
  return [{ pointer, fault: issue.message }];
}

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
