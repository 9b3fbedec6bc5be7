import { type Actor, Forbidden, type Role } from './actor.ts';

const EVERYBODY = [
  'kiosk',
  'gate',
  'till',
  'desk',
  'program',
  'administrator',
  'auditor',
  'owner',
  'cashier',
  'officer',
  'shopper',
] as const;
const OFFICE = ['administrator', 'auditor'] as const;

/** Who may do what. The API's role matrix, its tests and every operation read this one list. */
export const PERMISSIONS = {
  'see-market': EVERYBODY,
  'find-goods': EVERYBODY,
  'issue-pass': ['kiosk', 'gate', 'desk', 'administrator'],
  'see-pass': ['kiosk', 'gate', 'till', 'desk', 'program', 'administrator', 'auditor', 'shopper'],
  'replace-pass': ['kiosk', 'gate', 'desk', 'administrator'],
  'revoke-pass': ['gate', 'administrator'],
  'see-links': ['gate', 'administrator', 'auditor'],
  'decide-link': ['gate', 'administrator'],
  'erase-person': ['administrator'],
  'end-retention': ['administrator'],
  preview: ['till', 'desk'],
  'verify-passes': ['kiosk', 'gate', 'till', 'desk'],
  'hold-packs': ['kiosk', 'gate', 'till', 'desk'],
  decide: ['kiosk', 'gate', 'till', 'desk', 'program', 'auditor', 'administrator', 'shopper'],
  'record-entry': ['gate'],
  'present-exit': ['gate'],
  'see-exit': ['gate', 'administrator', 'auditor'],
  'resolve-exit': ['gate'],
  'see-record': ['gate', 'administrator', 'auditor', 'shopper'],
  'correct-record': ['gate'],
  'choose-exit': ['gate', 'till', 'desk'],
  sell: ['till', 'desk'],
  'recall-lease': ['gate', 'administrator'],
  'bring-in-receipt': ['gate'],
  'void-sale': ['till', 'desk'],
  'refund-sale': ['till', 'desk'],
  'see-sale': ['gate', 'till', 'desk', 'program', 'owner', 'administrator', 'auditor', 'shopper'],
  'see-own-till': ['till', 'desk'],
  'open-till': ['till', 'desk'],
  'see-own-gate': ['gate'],
  'sign-in-operator': ['till', 'desk', 'gate'],
  'see-office': OFFICE,
  'see-audit': OFFICE,
  'run-market': ['administrator'],
  'see-decision': EVERYBODY,
  'see-law': OFFICE,
  'make-law': ['administrator'],
  'see-shop': ['owner'],
  'run-shop': ['owner'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof PERMISSIONS;

export const may = (actor: Actor, action: Action): boolean => (PERMISSIONS[action] as readonly Role[]).includes(actor.role);

/** @throws Forbidden if the actor's role may not do this. */
export function mayOrThrow(actor: Actor, action: Action): void {
  if (!may(actor, action)) throw new Forbidden(`${actor.role} may not ${action}`);
}
