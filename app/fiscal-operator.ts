import { z } from 'zod';
import type { FiscalReply, Registrar } from '#lib/fiscal/fiscal-document.ts';

/** An operator that has not answered by then is away; the same document may be told again. */
const PATIENCE_MS = 5000;

const Registered = z.object({
  sign: z.string().min(1).max(64),
  number: z.string().min(1).max(64),
  link: z.url({ protocol: /^https?$/ }).max(300),
});
const TurnedDown = z.object({ why: z.string().min(1).max(300) });

/** Only with these an operator says that it has read the document and will not have it. */
const REFUSALS: ReadonlySet<number> = new Set([400, 409, 422]);

/** Tells a data operator of documents over HTTP, one call for each. */
export function operatorAt(url: string): Registrar {
  const documents = new URL('v1/documents', url.endsWith('/') ? url : `${url}/`);
  return async (paper) => {
    try {
      const response = await fetch(documents, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(paper),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return heard(response.status, await response.json());
    } catch {
      // Nobody there, no answer, half an answer: it may have been registered, and is told again under its id.
      return { state: 'away' };
    }
  };
}

function heard(status: number, body: unknown): FiscalReply {
  if (status === 200 || status === 201) {
    const { data } = Registered.safeParse(body);
    return data === undefined ? { state: 'away' } : { state: 'registered', ...data };
  }
  const { data } = TurnedDown.safeParse(body);
  return REFUSALS.has(status) && data !== undefined ? { state: 'refused', why: data.why } : { state: 'away' };
}
