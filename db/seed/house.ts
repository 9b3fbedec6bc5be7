import type { Context } from '#lib/operations/context.ts';
import type { Actor } from '#lib/staff/actor.ts';

/** What opening a market needs of the process: its settings and contexts. */
export type House = {
  readonly settings: { readonly SERAI_MARKET: string; readonly SERAI_DEMO: boolean };
  readonly now: () => string;
  readonly contextOf: (actor: Actor) => Context;
};
