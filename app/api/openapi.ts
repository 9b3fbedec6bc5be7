import { z } from 'zod';
import { type Call, parametersOf, rolesOf } from './call.ts';
import { CALLS } from './calls.ts';

const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  reason: z.string().optional(),
  facts: z.record(z.string(), z.unknown()).optional(),
  refusals: z.array(z.object({ reason: z.string(), facts: z.record(z.string(), z.unknown()) })).optional(),
  faults: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});

/** The machine door as OpenAPI 3.1, made from the list of calls. */
export function openApi(origin: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const call of CALLS) {
    const path = paths[call.path] ?? {};
    path[call.method.toLowerCase()] = operationOf(call);
    paths[call.path] = path;
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Serai', version: 'v1', description: 'Passes, visits, sales and the law of a duty-free border market.' },
    servers: [{ url: origin }],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem) },
      securitySchemes: {
        device: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A device token from npm run enrol; or the cookie of an enrolled browser, which signs each request (lib/why/a-browser-is-its-key.md).',
        },
        pass: {
          type: 'apiKey',
          in: 'header',
          name: 'authorization',
          description: 'Pass, a space, and the text or short code of a pass.',
        },
      },
    },
  };
}

function operationOf(call: Call) {
  const parameters = parametersOf(call);
  const { properties = {}, required = [] } = schemaOf(call.input) as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  const inPath = parameters.map((name) => ({ name, in: 'path', required: true, schema: properties[name] ?? { type: 'string' } }));
  const others = Object.keys(properties).filter((name) => !parameters.includes(name));
  const inQuery =
    call.method === 'GET'
      ? others.map((name) => ({ name, in: 'query', required: required.includes(name), schema: properties[name] }))
      : [];
  const body = {
    type: 'object',
    properties: Object.fromEntries(others.map((name) => [name, properties[name]])),
    required: required.filter((name) => !parameters.includes(name)),
    additionalProperties: false,
  };
  const answer = { content: { 'application/json': { schema: schemaOf(call.output) } } };
  return {
    operationId: `${call.method.toLowerCase()}${call.path
      .replace('/api/v1', '')
      .replace(/[{}]/g, '')
      .replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: call.summary,
    'x-roles': rolesOf(call),
    security: call.action === 'public' ? [] : [{ device: [] }, { pass: [] }],
    parameters: [...inPath, ...inQuery],
    ...(call.method === 'POST' ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: {
      200: { description: call.method === 'POST' ? 'Done before, with the same body.' : 'The answer.', ...answer },
      ...(call.method === 'POST' ? { 201: { description: 'Done.', ...answer } } : {}),
      ...Object.fromEntries([400, 401, 403, 404, 409, 413, 415, 422, 503].map((status) => [status, problemResponse(status)])),
    },
  };
}

const problemResponse = (status: number) => ({
  description: `Problem ${status}`,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

function schemaOf(type: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { unrepresentable: 'any', reused: 'inline', io: 'input' }) as Record<
    string,
    unknown
  >;
  return schema;
}
