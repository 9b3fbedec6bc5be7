import { z } from 'zod';
import { DEVICE_ROLES, PERSON_ROLES } from '#lib/staff/actor.ts';
import { answersOf, type Call, parametersOf, problemsOf, rolesOf } from './call.ts';
import { CALLS } from './calls.ts';
import { TITLES } from './problem.ts';

type Schema = Record<string, unknown>;

const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  reason: z.string().optional(),
  facts: z.record(z.string(), z.unknown()).optional(),
  refusals: z.array(z.strictObject({ reason: z.string(), facts: z.record(z.string(), z.unknown()) })).optional(),
  faults: z
    .array(
      z.strictObject({
        pointer: z.string(),
        detail: z.string(),
        reason: z.string().optional(),
        facts: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .optional(),
});

const SECURITY = {
  device: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A device token from npm run enrol; or the cookie of an enrolled browser, which signs each request (lib/why/a-browser-is-its-key.md).',
  },
  person: {
    type: 'apiKey',
    in: 'header',
    name: 'cookie',
    description: 'The session of somebody signed in at the office or a shop, with X-Serai-Door: office or shop.',
  },
  pass: {
    type: 'apiKey',
    in: 'header',
    name: 'authorization',
    description: 'Pass, a space, and the text or short code of a pass.',
  },
} as const;

/** The machine door as OpenAPI 3.1, made from the list of calls. */
export function openApi(origin: string) {
  const schemas: Record<string, Schema> = { Problem: schemaOf(Problem, {}) };
  const paths: Record<string, Record<string, Schema>> = {};
  for (const call of CALLS) {
    const path = paths[call.path] ?? {};
    path[call.method.toLowerCase()] = operationOf(call, schemas);
    paths[call.path] = path;
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Serai', version: 'v1', description: 'Passes, visits, sales and the law of a duty-free border market.' },
    servers: [{ url: origin }],
    paths,
    components: { schemas, securitySchemes: SECURITY },
  };
}

function operationOf(call: Call, schemas: Record<string, Schema>): Schema {
  const answer = { content: { 'application/json': { schema: schemaOf(call.output, schemas) } } };
  return {
    operationId: `${call.method.toLowerCase()}${call.path
      .replace('/api/v1', '')
      .replace(/[{}]/g, '')
      .replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: call.summary,
    'x-roles': rolesOf(call),
    security: securityOf(call),
    ...askedOf(call, schemas),
    responses: Object.fromEntries([
      ...answersOf(call).map((status) => [status, { description: saidBy(call, status), ...answer }]),
      ...problemsOf(call).map((status) => [status, problemResponse(status)]),
    ]),
  };
}

/** The one input of a call, parted as HTTP parts it: path, then query or body. */
function askedOf(call: Call, schemas: Record<string, Schema>): Schema {
  const inPath = parametersOf(call);
  const { properties, required = [] } = schemaOf(call.input, schemas) as {
    properties: Record<string, Schema>;
    required?: string[];
  };
  const others = Object.keys(properties).filter((name) => !inPath.includes(name));
  const parameter = (name: string, place: 'path' | 'query') => ({
    name,
    in: place,
    required: required.includes(name),
    schema: properties[name],
  });
  const parameters = inPath.map((name) => parameter(name, 'path'));
  if (call.method === 'GET') return { parameters: [...parameters, ...others.map((name) => parameter(name, 'query'))] };
  const schema = {
    type: 'object',
    properties: Object.fromEntries(others.map((name) => [name, properties[name]])),
    required: required.filter((name) => !inPath.includes(name)),
    additionalProperties: false,
  };
  return { parameters, requestBody: { required: true, content: { 'application/json': { schema } } } };
}

function securityOf(call: Call): readonly Record<string, readonly never[]>[] {
  if (call.action === 'public') return [];
  const roles: readonly string[] = rolesOf(call);
  return [
    ...(roles.some((role) => (DEVICE_ROLES as readonly string[]).includes(role) || role === 'auditor') ? [{ device: [] }] : []),
    ...(roles.some((role) => (PERSON_ROLES as readonly string[]).includes(role)) ? [{ person: [] }] : []),
    ...(roles.includes('shopper') ? [{ pass: [] }] : []),
  ];
}

function saidBy(call: Call, status: number): string {
  if (status === 201) return 'Done.';
  return answersOf(call).includes(201) ? 'Done before, with the same body.' : 'The answer.';
}

const problemResponse = (status: number) => ({
  description: TITLES[status] ?? `Problem ${status}`,
  ...(status === 503
    ? { headers: { 'Retry-After': { schema: { type: 'string' }, description: 'Seconds until it is worth asking again.' } } }
    : {}),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** A type as JSON Schema; the named ones in it move to the document's components, where their names are looked for. */
function schemaOf(type: z.ZodType, schemas: Record<string, Schema>): Schema {
  const written = z.toJSONSchema(type, { unrepresentable: 'any', reused: 'inline', io: 'input' });
  const { $schema: _, $defs = {}, ...schema } = inComponents(written) as Schema & { $defs?: Record<string, Schema> };
  for (const [name, { id: __, ...named }] of Object.entries($defs)) schemas[name] = named;
  return schema;
}

const inComponents = (schema: unknown): unknown =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
