export type LinkState = 'proposed' | 'linked' | 'separated';

export type LinkedTraveller = {
  readonly initials: string;
  readonly nationality: string;
  readonly ageYears: number | null;
  readonly documents: readonly { readonly type: string; readonly issuer: string }[];
  readonly knownSince: string;
  readonly isInside: boolean;
};

/** Two travellers who may be one, as the API shows them. */
export type LinkView = {
  readonly id: string;
  readonly state: LinkState;
  readonly proposedAt: string;
  readonly earlier: LinkedTraveller;
  readonly later: LinkedTraveller;
  readonly decision: { readonly reason: string; readonly decidedAt: string; readonly decidedBy: string } | null;
};
