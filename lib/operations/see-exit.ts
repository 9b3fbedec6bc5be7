import { type ExitView, exitView } from '#db/stores/exit-cases.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';

/** Looks at an exit case; a gate sees those of its own side. @throws Forbidden, NotYours. */
export async function seeExit(context: Context, id: string): Promise<ExitView> {
  mayOrThrow(context.actor, 'see-exit');
  return context.read(async (tx) => {
    const exit = await exitView(tx, context.keys, id, context.now);
    if (exit === undefined || (context.actor.role === 'gate' && exit.exitSide !== context.actor.side)) throw new NotYours();
    return exit;
  });
}
