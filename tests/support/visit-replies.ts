import type { ExitView } from '#db/stores/exit-cases.ts';
import type { Decision } from '#lib/law/decision.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { body } from './a-visit.ts';

type Reply = Parameters<typeof body>[0];

export const limitOf = (decision: Decision, rule: string) => decision.limits.find((limit) => limit.rule === rule);
export const exitOf = (reply: Reply, status = 201) => body<{ exit: ExitView }>(reply, status).exit;
export const receiptOf = (reply: Reply) => body<{ receipt: Receipt }>(reply, 201).receipt;
