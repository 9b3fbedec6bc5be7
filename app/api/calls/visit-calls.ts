import { z } from 'zod';
import { gateView } from '#db/reads/devices.ts';
import { ChooseExit, chooseExit } from '#lib/operations/choose-exit.ts';
import { CloseExit, closeExit } from '#lib/operations/close-exit.ts';
import { CloseInAbsence, closeInAbsence } from '#lib/operations/close-in-absence.ts';
import { PresentExit, presentExit } from '#lib/operations/present-exit.ts';
import { RecordEntry, recordEntry } from '#lib/operations/record-entry.ts';
import { DeclareLine, declareExitLine, ResolveLine, resolveExitLine } from '#lib/operations/resolve-exit.ts';
import { seeExit } from '#lib/operations/see-exit.ts';
import { acted, call, ok } from '../call.ts';
import { Decision, Device, ExitCase, Instant, Operator, PassCard } from '../shapes.ts';

const exitBody = z.strictObject({ exit: ExitCase });

export const VISIT_CALLS = [
  call({
    method: 'POST',
    path: '/api/v1/entries',
    summary: 'Records an entry by pass: opens the visit.',
    action: 'record-entry',
    input: RecordEntry,
    output: z.strictObject({
      visit: z.strictObject({ id: z.string(), state: z.literal('open'), side: z.string(), enteredAt: Instant }),
      presence: z.strictObject({ direction: z.literal('in'), gate: z.string(), side: z.string(), at: Instant }),
      pass: PassCard,
    }),
    run: (context, input) => acted(recordEntry(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/exits',
    summary: 'Presents an exit: every line since entry, decided by the law of the side they leave to.',
    action: 'present-exit',
    input: PresentExit,
    output: exitBody,
    run: (context, input) => acted(presentExit(context, input)),
  }),
  call({
    method: 'GET',
    path: '/api/v1/exits/{exit}',
    summary: 'An exit case.',
    action: 'see-exit',
    input: z.strictObject({ exit: z.uuid() }),
    output: exitBody,
    run: async (context, input) => ok({ exit: await seeExit(context, input.exit) }),
  }),
  call({
    method: 'POST',
    path: '/api/v1/exits/{exit}/lines',
    summary: 'Adds goods that no sale here explains.',
    action: 'resolve-exit',
    input: DeclareLine,
    output: exitBody,
    run: (context, input) => acted(declareExitLine(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/exits/{exit}/resolutions',
    summary: "An officer's word on a line, or on part of it.",
    action: 'resolve-exit',
    input: ResolveLine,
    output: exitBody,
    run: (context, input) => acted(resolveExitLine(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/exits/{exit}/close',
    summary: 'Closes the exit case: settled, unsettled, or withdrawn to the market.',
    action: 'resolve-exit',
    input: CloseExit,
    output: exitBody,
    run: (context, input) => acted(closeExit(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/visits/{visit}/choices',
    summary: 'Keeps whether the traveller uses a counted exit, or pays the duty and saves it for later in the period.',
    action: 'choose-exit',
    input: ChooseExit,
    output: z.strictObject({
      choice: z.strictObject({ visit: z.string(), rule: z.string(), choice: z.enum(['use', 'save']) }),
      decision: Decision,
      exit: ExitCase.nullable(),
    }),
    run: (context, input) => acted(chooseExit(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/visits/{visit}/absences',
    summary: 'Closes, unsettled, the visit of somebody who left without being seen.',
    action: 'resolve-exit',
    input: CloseInAbsence,
    output: z.strictObject({
      visit: z.strictObject({ id: z.string(), state: z.literal('closed'), outcome: z.literal('unsettled') }),
    }),
    run: (context, input) => acted(closeInAbsence(context, input)),
  }),
  call({
    method: 'GET',
    path: '/api/v1/gate',
    summary: 'This gate: its officers, who is at it, and how many are inside.',
    action: 'see-own-gate',
    input: z.strictObject({}),
    output: z.strictObject({
      device: Device,
      gate: z.string().nullable(),
      side: z.string().nullable(),
      operators: z.array(Operator.omit({ role: true })),
      operator: Operator.nullable(),
      inside: z.array(z.strictObject({ side: z.string(), count: z.int() })),
    }),
    run: async ({ read, actor }) => ok(await read((tx) => gateView(tx, actor))),
  }),
];
