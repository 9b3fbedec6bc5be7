/** What the API answers, as far as screens read it. The API's own tests hold the two together. */
export type Amount = { readonly amount: string; readonly currency: string };
export type Names = Readonly<Record<string, string>>;
export type Facts = Readonly<Record<string, string | number | boolean | null>>;
export type RefusalView = { readonly reason: string; readonly facts: Facts };

export type SideView = {
  readonly code: string;
  readonly names: Names;
  readonly currency: string;
  readonly today: string;
  readonly languages: readonly string[];
  /** Minutes ahead of UTC at the server's own now: a tablet's zone tables may be years old. */
  readonly offsetMinutes?: number;
};

export type MarketView = {
  readonly market: { readonly id: string; readonly name: string; readonly names?: Names };
  readonly serverTime: string;
  readonly sides: readonly SideView[];
  readonly gates: readonly { readonly code: string; readonly side: string; readonly name: string }[];
  /** The gate that the asking device was enrolled for, where it has one. */
  readonly device?: { readonly kind?: string; readonly gate?: string | null; readonly stall?: string | null } | null;
  readonly rules?: readonly {
    readonly id: string;
    readonly names: Names;
    readonly sentences?: Names;
    /** What the parts of a mix are called, in their order. */
    readonly parts?: readonly (Names | null)[];
  }[];
};
