/** A pass as a till, a gate or a phone may see it: initials and an age class, never a name or a number. */
export type PassCard = {
  readonly id: string;
  readonly code: string;
  readonly qr: string;
  readonly category: string;
  readonly side: string;
  readonly gate: string;
  readonly state: 'issued' | 'in-force' | 'spent' | 'revoked' | 'expired' | 'replaced';
  readonly validFrom: string;
  readonly validUntil: string;
  readonly traveller: {
    readonly initials: string;
    readonly nationality: string;
    readonly residence: string;
    readonly ageClass: 'child' | 'minor' | 'adult';
  };
  readonly party: string | null;
  readonly guardian: boolean;
  readonly visit: {
    readonly id: string;
    readonly state: 'open' | 'presented' | 'closed';
    readonly enteredAt: string;
    readonly side: string;
  } | null;
};
