export const DEVICE_ROLES = ['kiosk', 'gate', 'till', 'desk', 'program'] as const;
export const PERSON_ROLES = ['administrator', 'auditor', 'owner', 'cashier', 'officer'] as const;
export const ROLES = [...DEVICE_ROLES, ...PERSON_ROLES, 'shopper'] as const;
export type Role = (typeof ROLES)[number];

/** Who acts: a device (with the operator at it), a person at a desk, or a shopper who holds a pass. */
export type Actor = {
  readonly kind: 'device' | 'person' | 'shopper';
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  readonly code: string;
  readonly side: string | null;
  readonly gate: string | null;
  readonly stall: string | null;
  readonly vendor: string | null;
  readonly operator: { readonly id: string; readonly name: string; readonly role: Role } | null;
  /** The pass that a shopper showed. */
  readonly pass: string | null;
  /** The till's own screen asks for a person; a token till sells at once. */
  readonly screen: boolean;
};

/** The market's own counter: it is paid for several sellers' sales, and its drawer is the market's. */
export const isMarketDesk = ({ role, stall }: Pick<Actor, 'role' | 'stall'>): boolean => role === 'desk' && stall === null;

/** Whoever holds the machine is its administrator. */
export const MACHINE: Actor = {
  kind: 'person',
  id: 'machine',
  role: 'administrator',
  name: 'machine',
  code: 'machine',
  side: null,
  gate: null,
  stall: null,
  vendor: null,
  operator: null,
  pass: null,
  screen: false,
};

/** What the market does by itself, because its time has come. */
export const MARKET: Actor = { ...MACHINE, id: 'market', name: 'market', code: 'market' };

/** The actor is known, and may not do this. */
export class Forbidden extends Error {}

/** It does not exist for this actor: another's rows are not told apart from none. */
export class NotYours extends Error {}
