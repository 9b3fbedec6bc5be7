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

export const ok = (body: unknown): Reply => ({ status: 200, body });

/** First answer 201, replay 200 with the same body, refusal 422. */
export async function acted<Body>(answer: Promise<Answer<Body>>): Promise<Reply> {
  const settled = await answer;
  if (settled.status === 'refused') return refused(settled.refusals);
  return { status: settled.status === 'done' ? 201 : 200, body: settled.body };
}
