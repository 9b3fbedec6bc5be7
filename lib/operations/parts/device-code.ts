import type { Tx } from '#db/engine/engine.ts';
import { deviceCount } from '#db/stores/devices.ts';

/** The next free short name of a device, on receipts and in the audit trail: T0007. */
export const nextDeviceCode = async (tx: Tx, role: string): Promise<string> =>
  `${role.charAt(0).toUpperCase()}${String((await deviceCount(tx)) + 1).padStart(4, '0')}`;
