import { z } from 'zod';
import { receipts } from '#db/reads/sales.ts';
import { assessBasket } from '#lib/operations/assess-basket.ts';
import { findPasses } from '#lib/operations/find-passes.ts';
import { IssuePass, issuePass } from '#lib/operations/issue-pass.ts';
import { LineInput } from '#lib/operations/parts/basket-lines.ts';
import { DocumentInput } from '#lib/operations/parts/document-shown.ts';
import { BackLineInput } from '#lib/operations/parts/goods-back.ts';
import { ReplacePass, replacePass } from '#lib/operations/replace-pass.ts';
import { RevokePass, revokePass } from '#lib/operations/revoke-pass.ts';
import { seePass } from '#lib/operations/see-pass.ts';
import { acted, call, ok } from '../call.ts';
import { refused } from '../problem.ts';
import { Decision, PassCard, Receipt } from '../shapes.ts';

const pass = z.string().min(1).max(600);

export const PASS_CALLS = [
  call({
    method: 'POST',
    path: '/api/v1/passes',
    summary: 'Issues a pass against a travel document.',
    action: 'issue-pass',
    input: IssuePass,
    output: z.strictObject({ pass: PassCard }),
    run: (context, input) => acted(issuePass(context, input)),
  }),
  call({
    method: 'GET',
    path: '/api/v1/passes/{pass}',
    summary: 'A pass as a till, a gate or a phone may see it.',
    action: 'see-pass',
    input: z.strictObject({ pass }),
    output: z.strictObject({ pass: PassCard }),
    run: async (context, input) => ok({ pass: (await seePass(context, input.pass)).card }),
  }),
  call({
    method: 'POST',
    path: '/api/v1/passes/{pass}/replacements',
    summary: "Replaces a lost pass within its visit, against the holder's document.",
    action: 'replace-pass',
    input: ReplacePass,
    output: z.strictObject({ pass: PassCard }),
    hides: false,
    run: (context, input) => acted(replacePass(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/passes/{pass}/revocations',
    summary: 'Takes a pass out of force, with a reason.',
    action: 'revoke-pass',
    input: RevokePass,
    output: z.strictObject({ pass: PassCard }),
    hides: false,
    run: (context, input) => acted(revokePass(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/pass-searches',
    summary: 'The passes of the holder of a travel document, newest first.',
    action: 'replace-pass',
    input: z.strictObject({ document: DocumentInput }),
    output: z.strictObject({ passes: z.array(PassCard) }),
    answers: [200],
    refuses: true,
    async run(context, input) {
      const found = await findPasses(context, input.document);
      return 'refusals' in found ? refused(found.refusals) : ok(found);
    },
  }),
  call({
    method: 'GET',
    path: '/api/v1/passes/{pass}/allowance',
    summary: 'What is left of every limit on leaving by a side, with the goods of the visit.',
    action: 'decide',
    input: z.strictObject({ pass, exit: z.string().max(8).optional() }),
    output: z.strictObject({ exit: z.string(), decision: Decision }),
    refuses: true,
    async run(context, input) {
      const assessed = await assessBasket(context, { pass: input.pass, exit: input.exit, lines: [] });
      return 'refusals' in assessed
        ? refused(assessed.refusals)
        : ok({ exit: assessed.decision.exitSide, decision: assessed.decision });
    },
  }),
  call({
    method: 'GET',
    path: '/api/v1/passes/{pass}/sales',
    summary: 'The receipts of the visit that the pass opened.',
    action: 'see-pass',
    input: z.strictObject({ pass }),
    output: z.strictObject({ sales: z.array(Receipt) }),
    async run(context, input) {
      const { record } = await seePass(context, input.pass);
      const { visit } = record;
      const stall = context.actor.role === 'till' && context.actor.stall !== null ? { stall: context.actor.stall } : {};
      return ok({
        sales: visit === null ? [] : await context.read((tx) => receipts(tx, { visit: visit.id, ...stall, limit: 200 })),
      });
    },
  }),
  call({
    method: 'POST',
    path: '/api/v1/decisions',
    summary:
      'Decides a basket together with what the visit holds; `back` names goods that would come back for it, `saves` rules as if the traveller saved their exit. Writes nothing.',
    action: 'decide',
    input: z.strictObject({
      pass,
      exit: z.string().max(8).optional(),
      lines: z.array(LineInput).max(200),
      basket: z.uuid().optional(),
      back: z.strictObject({ sale: z.uuid(), lines: z.array(BackLineInput).max(200) }).optional(),
      saves: z.array(z.string().min(1).max(60)).max(20).optional(),
    }),
    output: z.strictObject({ decision: Decision }),
    answers: [200],
    refuses: true,
    hides: true,
    async run(context, input) {
      const assessed = await assessBasket(context, input);
      return 'refusals' in assessed ? refused(assessed.refusals) : ok(assessed);
    },
  }),
];
