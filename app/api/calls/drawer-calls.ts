import { z } from 'zod';
import { CloseTillSession, closeTillSession } from '#lib/operations/close-till-session.ts';
import { EnterDrawerCash, enterDrawerCash } from '#lib/operations/enter-drawer-cash.ts';
import { HandCash, handCash } from '#lib/operations/hand-cash.ts';
import { HandOverDrawer, handOverDrawer } from '#lib/operations/hand-over-drawer.ts';
import { OpenTillSession, openTillSession } from '#lib/operations/open-till-session.ts';
import { UndoClose, undoClose } from '#lib/operations/undo-close.ts';
import { KEEPERS } from '#lib/till/cash-keeper.ts';
import { acted, call } from '../call.ts';
import { Amount } from '../shapes.ts';
import { TillSession } from '../till-session-shape.ts';

const sessionBody = z.strictObject({ session: TillSession });

export const DRAWER_CALLS = [
  call({
    method: 'POST',
    path: '/api/v1/till-sessions',
    summary: 'Opens the drawer with a float.',
    action: 'open-till',
    input: OpenTillSession,
    output: sessionBody,
    run: (context, input) => acted(openTillSession(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/till-sessions/{session}/close',
    summary: 'Closes the drawer on a blind count, per owner and currency: the Z report.',
    action: 'open-till',
    input: CloseTillSession,
    output: sessionBody,
    run: (context, input) => acted(closeTillSession(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/till-sessions/{session}/undone-closes',
    summary: "Takes a mistaken close back, by the owner's PIN; what was counted stays on the report.",
    action: 'open-till',
    input: UndoClose,
    output: sessionBody,
    run: (context, input) => acted(undoClose(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/till-sessions/{session}/entries',
    summary: "Cash into the drawer or out of it for another cause than a sale; cash out by the owner's PIN.",
    action: 'open-till',
    input: EnterDrawerCash,
    output: sessionBody,
    run: (context, input) => acted(enterDrawerCash(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/till-sessions/{session}/hand-overs',
    summary: 'One cashier leaves the open drawer to the next, who has counted it and signs by PIN.',
    action: 'open-till',
    input: HandOverDrawer,
    output: sessionBody,
    run: (context, input) => acted(handOverDrawer(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/cash-moves',
    summary: "Cash from one keeper to another (this till's drawer, the vendor's safe, the market's bank), signed by both.",
    action: 'open-till',
    input: HandCash,
    output: z.strictObject({
      moves: z.array(z.strictObject({ from: z.enum(KEEPERS), to: z.enum(KEEPERS), amount: Amount })),
    }),
    run: (context, input) => acted(handCash(context, input)),
  }),
];
