import type { z } from 'zod';
import type { Context } from '#lib/operations/context.ts';
import type { Answer } from '#lib/operations/perform.ts';
import { ROLES, type Role } from '#lib/staff/actor.ts';
import { type Action, PERMISSIONS } from '#lib/staff/permissions.ts';
import { type Reply, refused } from './problem.ts';

/** One call of the machine door: no Request objects, no route files. The OpenAPI document, the role matrix and the tests read the list of these. */
export type Call = {
  readonly method: 'GET' | 'POST';
  /** With `{name}` for each part that is a parameter. */
  readonly path: string;
  readonly summary: string;
  /** What the actor must be allowed to do; `public` needs no actor. */
  readonly action: Action | 'public';
  /** Body and path parameters of a POST, query and path parameters of a GET, as one object. */
  readonly input: z.ZodObject;
  readonly output: z.ZodType;
  /** How it says that all is well, where that is not 200 to a GET, nor 201 (200 when done before) to a POST. */
  readonly answers?: readonly (200 | 201)[];
  /** Whether it refuses with reasons (422), where that is not what every act does and no reading. */
  readonly refuses?: boolean;
  /** Whether it answers 404 to what is not there or not yours, where that is not what every path with a parameter does. */
  readonly hides?: boolean;
  /** How many bytes a body may have, where that is more than anybody needs to sell. */
  readonly mostBytes?: number;
  /** The call of a browser that has no key yet: its cookies are not looked at, so it is never 401. */
  readonly keyless?: boolean;
  run(context: Context, input: never): Promise<Reply>;
};

type Defined<Input extends z.ZodObject> = Omit<Call, 'input' | 'run'> & {
  readonly input: Input;
  readonly run: (context: Context, input: z.infer<Input>) => Promise<Reply>;
};

export const call = <Input extends z.ZodObject>(defined: Defined<Input>): Call => defined as unknown as Call;

/** The roles that may make a call. */
export const rolesOf = ({ action }: Call): readonly Role[] => (action === 'public' ? ROLES : PERMISSIONS[action]);

export const parametersOf = ({ path }: Call): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);

/** Statuses of a call that went well. */
export const answersOf = ({ method, answers }: Call): readonly number[] => answers ?? (method === 'GET' ? [200] : [201, 200]);

/** An act has an id of its own: done again it is the same act. */
const isAct = (call: Call): boolean => answersOf(call).length === 2;

/** Statuses of every problem that a call can answer. */
export function problemsOf(call: Call): readonly number[] {
  const { method, refuses = isAct(call), hides = parametersOf(call).length > 0 } = call;
  const isPost = method === 'POST';
  return [
    400,
    // Nobody may make a public call, too; but not a browser that cannot prove what its cookie says.
    ...(call.keyless === true ? [] : [401]),
    // A write by cookie from another site is 403 whoever writes.
    ...(isPost || rolesOf(call).length < ROLES.length ? [403] : []),
    ...(hides ? [404] : []),
    ...(isAct(call) ? [409] : []),
    ...(isPost ? [413, 415] : []),
    ...(refuses ? [422] : []),
    431,
    500,
    503,
  ];
}

export const ok = (body: unknown): Reply => ({ status: 200, body });

/** First answer 201, replay 200 with the same body, refusal 422. */
export async function acted<Body>(answer: Promise<Answer<Body>>): Promise<Reply> {
  const settled = await answer;
  if (settled.status === 'refused') return refused(settled.refusals, settled.faults);
  return { status: settled.status === 'done' ? 201 : 200, body: settled.body };
}
