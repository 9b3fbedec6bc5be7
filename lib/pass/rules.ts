import type { Refusal } from '#lib/act/refusal.ts';
import { addDays, ageOn } from '#lib/calendar/day.ts';
import { lawStateOf } from '#lib/traveller/states.ts';
import type { DocumentType, TravelDocument } from '#lib/traveller/travel-document.ts';
import type { PassState } from './pass-state.ts';

/** What the law pack says about coming in by one side. */
export type EntryLaw = {
  readonly minorUnder: number;
  readonly stayDays: number;
  /** A document is accepted from every nationality unless its nationalities are listed. */
  readonly documents: readonly { readonly type: DocumentType; readonly nationalities?: readonly string[] | undefined }[];
  readonly admitted: 'all' | readonly string[];
};

export type ProposedPass = {
  readonly document: TravelDocument;
  readonly side: string;
  /** Today at the side of entry. */
  readonly day: string;
  readonly law: EntryLaw;
  readonly guardian: Guardian | null;
  readonly openVisit: { readonly id: string; readonly side: string; readonly enteredAt: string } | null;
};

export type Guardian = {
  readonly pass: PassState;
  readonly side: string;
  readonly age: number;
  readonly isTraveller: boolean;
};

export type EntryRefusal = Refusal<
  | 'birth-date-in-future'
  | 'document-expired'
  | 'document-not-accepted'
  | 'nationality-not-admitted'
  | 'guardian-required'
  | 'guardian-is-self'
  | 'guardian-is-minor'
  | 'guardian-pass-not-in-force'
  | 'guardian-enters-elsewhere'
  | 'visit-open'
>;

type EntryRule = (pass: ProposedPass) => EntryRefusal | undefined;

const birthMustBePast: EntryRule = ({ document, day }) =>
  document.birthDate > day ? { reason: 'birth-date-in-future', facts: { birthDate: document.birthDate, day } } : undefined;

const documentMustBeValid: EntryRule = ({ document: { type, expiresOn }, day }) =>
  expiresOn < day ? { reason: 'document-expired', facts: { type, expiresOn, day } } : undefined;

const documentMustBeAccepted: EntryRule = ({ document: { type, nationality }, side, law }) => {
  const accepted = law.documents.filter(({ nationalities }) => !nationalities || includesState(nationalities, nationality));
  if (accepted.some((each) => each.type === type)) return undefined;
  return {
    reason: 'document-not-accepted',
    facts: { type, nationality, side, accepted: accepted.map((each) => each.type).join(' ') },
  };
};

const nationalityMustBeAdmitted: EntryRule = ({ document: { nationality }, side, law }) =>
  law.admitted === 'all' || includesState(law.admitted, nationality)
    ? undefined
    : { reason: 'nationality-not-admitted', facts: { nationality, side } };

const minorMustHaveGuardian: EntryRule = (pass) =>
  isMinor(pass) && pass.guardian === null
    ? { reason: 'guardian-required', facts: { age: ageOn(pass.document.birthDate, pass.day), minorUnder: pass.law.minorUnder } }
    : undefined;

const guardianMustBeAnother: EntryRule = (pass) =>
  isMinor(pass) && pass.guardian?.isTraveller ? { reason: 'guardian-is-self', facts: {} } : undefined;

const guardianMustBeGrown: EntryRule = (pass) =>
  isMinor(pass) && pass.guardian && pass.guardian.age < pass.law.minorUnder
    ? { reason: 'guardian-is-minor', facts: { age: pass.guardian.age, minorUnder: pass.law.minorUnder } }
    : undefined;

/** A family takes its passes at the kiosk before any of them is inside, so the guardian's may be issued and not yet in force. */
const guardianMustBeHere: EntryRule = (pass) => {
  if (!isMinor(pass) || !pass.guardian) return undefined;
  const { state } = pass.guardian.pass;
  return state === 'issued' || state === 'in-force' ? undefined : { reason: 'guardian-pass-not-in-force', facts: { state } };
};

const guardianMustEnterHere: EntryRule = (pass) =>
  isMinor(pass) && pass.guardian && pass.guardian.side !== pass.side
    ? { reason: 'guardian-enters-elsewhere', facts: { side: pass.side, guardianSide: pass.guardian.side } }
    : undefined;

const travellerMustBeOutside: EntryRule = ({ openVisit }) =>
  openVisit
    ? { reason: 'visit-open', facts: { visit: openVisit.id, side: openVisit.side, enteredAt: openVisit.enteredAt } }
    : undefined;

/** Every rule that a pass must satisfy before it is issued. */
export const ENTRY_RULES = [
  birthMustBePast,
  documentMustBeValid,
  documentMustBeAccepted,
  nationalityMustBeAdmitted,
  minorMustHaveGuardian,
  guardianMustBeAnother,
  guardianMustBeGrown,
  guardianMustBeHere,
  guardianMustEnterHere,
  travellerMustBeOutside,
] as const satisfies readonly EntryRule[];

/** All reasons not to issue the pass; none means that it may be issued. */
export const refusalsToIssue = (pass: ProposedPass): readonly EntryRefusal[] => ENTRY_RULES.flatMap((rule) => rule(pass) ?? []);

/** The last day a stay that begins on `day` may have: the law's number of days, or the document's end if that comes first. */
export function lastDayOfStay({ document, day, law }: Pick<ProposedPass, 'document' | 'day' | 'law'>): string {
  const last = addDays(day, law.stayDays - 1);
  return document.expiresOn < last ? document.expiresOn : last;
}

/** Child, minor or adult, as a till may show it: a child needs a guardian, a minor does not yet count as grown. */
export function ageClassOf(age: number, { minorUnder, adultFrom }: { readonly minorUnder: number; readonly adultFrom: number }) {
  if (age < minorUnder) return 'child';
  return age < adultFrom ? 'minor' : 'adult';
}

const isMinor = ({ document, day, law }: ProposedPass) => ageOn(document.birthDate, day) < law.minorUnder;

const includesState = (list: readonly string[], state: string) => list.some((each) => lawStateOf(each) === lawStateOf(state));
