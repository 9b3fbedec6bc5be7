import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { enginesOf, type Fault } from '../faults/fault.ts';
import { FAULTS } from '../faults/faults.ts';

const isRoot = process.getuid?.() === 0;

/** A machine may lack what a fault needs; the others are tried everywhere. */
const canTry = ({ needs }: Fault): boolean =>
  isRoot || needs === undefined || (needs === 'strace' && existsSync('/usr/bin/strace'));

const small = Object.entries(FAULTS).flatMap(([name, fault]) =>
  enginesOf(fault).includes('sqlite') && fault.small !== undefined ? [{ name, fault, size: fault.small }] : [],
);

describe('At a small size', () => {
  for (const { name, fault, size } of small)
    test.runIf(canTry(fault))(`${name} breaks nothing, and its control breaks`, { timeout: 300_000 }, async () => {
      const { said, broken, control } = await fault.run(size);
      expect({ said, broken }).toEqual({ said, broken: 0 });
      expect(control, said).not.toBe(0);
    });
});
