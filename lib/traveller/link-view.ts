export type LinkState = 'proposed' | 'linked' | 'separated';

/** A traveller as the one who decides a link may see them: never a name, a number or a day of birth. */
export type LinkedTraveller = {
  readonly initials: string;
  readonly nationality: string;
  readonly residence: string;
  readonly ageYears: number | null;
  readonly documents: readonly { readonly type: string; readonly issuer: string }[];
  readonly knownSince: string;
  readonly isInside: boolean;
};

/** Two travellers who may be one. */
export type LinkView = {
  readonly id: string;
  readonly state: LinkState;
  readonly proposedAt: string;
  readonly earlier: LinkedTraveller;
  readonly later: LinkedTraveller;
  readonly decision: { readonly reason: string; readonly decidedAt: string; readonly decidedBy: string } | null;
};
