import { describe, expect, test } from 'vitest';
import { FAULTS } from '../faults/faults.ts';

describe('At a small size', () => {
  test.each(Object.entries(FAULTS))(
    '%s breaks nothing, and its control breaks',
    async (_, fault) => {
      const { said, broken, control } = await fault.run(fault.small);
      expect({ said, broken }).toEqual({ said, broken: 0 });
      expect(control, said).toBeGreaterThan(0);
    },
    300_000,
  );
});
