import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parametersOf } from '#app/api/call.ts';
import { CALLS } from '#app/api/calls.ts';
import { openApi } from '#app/api/openapi.ts';

type Answered = {
  readonly method: string;
  /** As asked, with its query. */
  readonly path: string;
  readonly status: number;
  readonly contentType: string | null;
  readonly body: unknown;
};

/** The document as everybody fetches it: written out and read again. */
export const apiDocument = JSON.parse(JSON.stringify(openApi('http://localhost:3000'))) as ReturnType<typeof openApi>;

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false });
formats.default(ajv);
ajv.addVocabulary(['openapi', 'info', 'servers', 'paths', 'components']);
ajv.addSchema(apiDocument, 'https://serai.example/openapi.json');

/** The call that a path is asked for: a fixed path before one with a parameter. */
export const callAt = (method: string, path: string) =>
  CALLS.filter(
    (call) => call.method === method && new RegExp(`^${call.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path.split('?')[0] ?? ''),
  ).sort((a, b) => parametersOf(a).length - parametersOf(b).length)[0];

/** What the document says is wrong with an answer; nothing if it was to be expected. */
export function faultsOfAnswer({ method, path, status, contentType, body }: Answered): readonly string[] {
  const call = callAt(method, path);
  if (call === undefined) return status === 404 || status === 405 ? [] : [`${method} ${path} is no call, and answers ${status}`];
  const name = `${method} ${call.path}`;
  const { responses } = (apiDocument.paths[call.path]?.[method.toLowerCase()] ?? {}) as {
    responses: Record<string, { content: Record<string, unknown> }>;
  };
  const [type] = Object.keys(responses[status]?.content ?? {});
  if (type === undefined) return [`${name} answers ${status}, which the document does not know`];
  if (contentType !== type) return [`${name} answers ${status} as ${contentType}, not as ${type}`];
  const pointer = ['paths', call.path, method.toLowerCase(), 'responses', String(status), 'content', type, 'schema'];
  const fits = ajv.getSchema(`https://serai.example/openapi.json#/${pointer.map(asFragment).join('/')}`);
  if (fits === undefined) return [`${name} has no schema for ${status}`];
  if (fits(body) === true) return [];
  return (fits.errors ?? []).slice(0, 3).map(({ instancePath, message }) => `${name} ${status} ${instancePath} ${message}`);
}

const asFragment = (part: string): string => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
