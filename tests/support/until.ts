import { setTimeout as pause } from 'node:timers/promises';

/** Waits for something to hold. @throws when it has waited in vain. */
export async function until(holds: () => Promise<boolean>, seconds = 30): Promise<void> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; ) {
    if (await holds().catch(() => false)) return;
    await pause(50);
  }
  throw new Error(`waited ${seconds} s in vain for ${holds}`);
}
