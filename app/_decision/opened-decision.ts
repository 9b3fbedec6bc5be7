/** A recorded decision as the machine door answers it. */
export type { OpenedDecision } from '#lib/operations/open-decision.ts';
