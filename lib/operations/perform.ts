import { type Tx, Undo, type Urgency } from '#db/engine/engine.ts';
import { findAct, rememberAct } from '#db/stores/acts.ts';
import { beginAct } from '#db/stores/evidence.ts';
import { digestOf } from '#lib/act/act.ts';
import type { Refusal } from '#lib/act/refusal.ts';
import type { PackFault } from '#lib/law/fault.ts';
import type { Context } from './context.ts';

/** What is wrong with the law pack that an act brought. */
type Faulty = { readonly faults?: readonly PackFault[] };

/** What an operation answers: done now, done before with the same body, or refused with every reason. */
export type Answer<Body> =
  | { readonly status: 'done' | 'replayed'; readonly body: Body }
  | ({ readonly status: 'refused'; readonly refusals: readonly Refusal[] } & Faulty);

/** The act's id was used with another body or by another actor. */
export class ActIdReused extends Error {}

/** How and when it happened, where that is not live and now. */
type Happened = { readonly origin: 'offline'; readonly occurredAt: string };
type Done<Body> = {
  readonly body: Body;
  readonly subject: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
  readonly happened?: Happened;
};
type Input = { readonly id: string };

/**
 * The shape of every act: a retry is the same act, a refused act writes nothing, an accepted one is remembered
 * and leaves its audit row in the same transaction.
 * @throws ActIdReused if the id belongs to another act.
 */
export function perform<Body>(
  context: Context,
  kind: string,
  input: Input,
  run: (tx: Tx) => Promise<Done<Body> | ({ readonly refused: readonly Refusal[] } & Faulty)>,
  { canWait = false }: Urgency = {},
): Promise<Answer<Body>> {
  // Keyed, because a body may hold a document number that a plain hash would let somebody guess.
  const bodyHash = context.keys.lookupOf(`act|${digestOf({ kind, input })}`);
  return context.transact<Answer<Body>>(
    async (tx) => {
      beginAct(tx);
      const known = await findAct(tx, input.id);
      if (known !== undefined) {
        if (known.actor !== context.actor.id || known.bodyHash !== bodyHash) throw new ActIdReused();
        return { status: 'replayed', body: known.answer as Body };
      }
      const done = await run(tx);
      if ('refused' in done) {
        const { refused: refusals, ...faulty } = done;
        throw new Undo<Answer<Body>>({ status: 'refused', refusals, ...faulty });
      }
      await rememberAct(tx, context, {
        id: input.id,
        kind,
        bodyHash,
        answer: done.body,
        ...(done.happened ?? { origin: 'live', occurredAt: context.now }),
        subject: done.subject,
        facts: done.facts ?? {},
      });
      return { status: 'done', body: done.body };
    },
    { letsLeave: LETS_LEAVE.has(kind), canWait },
  );
}

/** While the disk is full nobody comes in and nothing is sold, but who is inside may leave, get their money back and close a till. */
const LETS_LEAVE: ReadonlySet<string> = new Set([
  'sign-in-operator',
  'present-exit',
  'declare-exit-line',
  'resolve-exit-line',
  'close-exit',
  'close-in-absence',
  'void-sale',
  'refund-sale',
  'close-till-session',
  'hand-over-drawer',
]);
