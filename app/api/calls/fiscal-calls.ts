import { z } from 'zod';
import { fiscalNow } from '#db/reads/fiscal.ts';
import { DOCUMENT_TYPES, FISCAL_ADAPTERS } from '#lib/fiscal/fiscal-document.ts';
import { WAITS } from '#lib/fiscal/fiscal-terms.ts';
import { RetryFiscalDocuments, retryFiscalDocuments } from '#lib/operations/retry-fiscal-documents.ts';
import { SetFiscalAdapter, setFiscalAdapter } from '#lib/operations/set-fiscal-adapter.ts';
import { acted, call, ok } from '../call.ts';
import { Amount, Instant } from '../shapes.ts';

const terms = { onTimeMinutes: z.int(), loudHours: z.int(), shutHours: z.int() };

/** What the office knows and says of fiscal documents; tills make them with each sale, and the server sends them. */
export const FISCAL_CALLS = [
  call({
    method: 'GET',
    path: '/api/v1/office/fiscal',
    summary: 'Who each side’s fiscal documents go to, how many wait and for how long, and what was turned down.',
    action: 'see-office',
    input: z.strictObject({}),
    output: z.strictObject({
      /** What this server can reach, by its own settings. */
      adapters: z.array(z.enum(FISCAL_ADAPTERS)),
      sides: z.array(
        z.strictObject({
          side: z.string(),
          adapter: z.enum(FISCAL_ADAPTERS),
          terms: z.strictObject(terms).nullable(),
          waiting: z.int(),
          since: Instant.nullable(),
          wait: z.enum(WAITS),
          hours: z.int(),
          refused: z.int(),
        }),
      ),
      refused: z.array(
        z.strictObject({
          id: z.string(),
          side: z.string(),
          type: z.enum(DOCUMENT_TYPES),
          receipt: z.string(),
          register: z.string(),
          shift: z.int(),
          number: z.int(),
          total: Amount,
          recordedAt: Instant,
          why: z.string(),
        }),
      ),
    }),
    async run({ read, now, registrarOf }) {
      const adapters = FISCAL_ADAPTERS.filter((adapter) => adapter === 'none' || registrarOf(adapter) !== undefined);
      return ok({ adapters, ...(await read((tx) => fiscalNow(tx, now))) });
    },
  }),
  call({
    method: 'POST',
    path: '/api/v1/sides/{side}/fiscal-adapters',
    summary: 'Says who a side’s fiscal documents go to from now on, and how long they may wait.',
    action: 'run-market',
    input: SetFiscalAdapter,
    output: z.strictObject({ fiscal: z.strictObject({ side: z.string(), adapter: z.enum(FISCAL_ADAPTERS), ...terms }) }),
    run: (context, input) => acted(setFiscalAdapter(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/sides/{side}/fiscal-retries',
    summary: 'Sends once more what an operator turned down.',
    action: 'run-market',
    input: RetryFiscalDocuments,
    output: z.strictObject({ retried: z.int() }),
    run: (context, input) => acted(retryFiscalDocuments(context, input)),
  }),
];
