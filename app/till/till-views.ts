import type { ScaleCode } from '#lib/catalogue/scale-code.ts';
import type { FiscalWait } from '#lib/fiscal/fiscal-terms.ts';
import type { CashUnit } from '#lib/money/cash.ts';
import type { Rate } from '#lib/money/rate.ts';
import type { PassCard } from '#lib/pass/pass-card.ts';
import type { Custody } from '#lib/till/cash-count.ts';
import type { TillSessionView } from '#lib/till/till-session.ts';
import type { Language } from '#lib/words/languages.ts';
import type { Words } from '#lib/words/messages.ts';
import type { Amount, MarketView, Names } from '../_ui/views.ts';

/** What the API answers to a till. The API's own tests hold the two together. */
export type SessionView = TillSessionView;

export type TillView = {
  readonly device: { readonly id: string; readonly name: string; readonly code: string };
  /** Null at the market's own desk. */
  readonly stall: { readonly id: string; readonly code: string; readonly name: string; readonly side: string } | null;
  readonly vendor: { readonly id: string; readonly name: string } | null;
  /** Who holds what is taken here, as the office said; not said by an older market. */
  readonly custody?: Custody;
  /** Whose sales these are: the company on every receipt. */
  readonly seller: { readonly name: string; readonly taxId: string } | null;
  readonly suspended?: string | null;
  readonly marketDay: string;
  readonly operators: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  /** The market's own people, who may sign for its bank. */
  readonly marketStaff: readonly { readonly id: string; readonly name: string }[];
  readonly operator: { readonly id: string; readonly name: string; readonly role: string } | null;
  readonly session: SessionView | null;
  /** The newest session, where it is closed: its close may have been a mistake. */
  readonly lastClosed: string | null;
  /** How much of a price, in per cent, a cashier may take off alone; not said by an older market. */
  readonly discountLimit?: string;
  readonly tillRates: readonly Rate[];
  /** Where the market prints for this till; none, or not said by an older market. */
  readonly printer?: string | null;
  /** How long documents of this side have waited for their operator; null, or not said by an older market: there are none. */
  readonly fiscal?:
    | (FiscalWait & {
        readonly shutHours: number;
        readonly waiting: number;
        /** What it takes to count on while the market does not answer; not said by an older one. */
        readonly since?: string | null;
        readonly loudHours?: number;
        readonly onTimeMinutes?: number;
      })
    | null;
  /** What the market allows while it does not answer: its word of the time, signed; the most that a sale may come to; the next number. */
  readonly offline: {
    readonly beacon: string;
    readonly floor: Amount | null;
    readonly nextNumber: number;
  };
};

export type ProductView = {
  readonly id: string;
  readonly gtin: string;
  readonly names: Names;
  readonly category: string;
  readonly hs: { readonly digits: string };
  readonly price: Amount;
  readonly netWeightG: number;
  readonly packedWeightG: number;
  readonly volumeMl: number;
  readonly strengthPermille: number;
  readonly pieces: number;
  readonly unit: 'piece' | 'kg';
  readonly onHand: string;
};

/** A pass as the till sees it; `party` joins those who came together. */
export type TillPass = PassCard & { readonly party: string | null };

export type TillMarket = MarketView & {
  readonly currencies: readonly string[];
  /** The smallest cash of each; not there in a market that was kept before it was told. */
  readonly cash?: readonly CashUnit[];
  /** How scales write barcodes, by side; not said by an older market. */
  readonly scaleCodes?: readonly { readonly side: string; readonly codes: readonly ScaleCode[] }[];
  readonly pack: { readonly hash: string };
  /** In force, and signed for a day to come. */
  readonly packs: readonly { readonly hash: string; readonly effectiveFrom: string }[];
  readonly categories: readonly { readonly id: string; readonly parent: string | null; readonly names: Names }[];
};

/** The words of a paper receipt in every language: it is printed in the shopper's own. */
export type PaperWords = Readonly<Record<Language, Words['till']['paper']>>;
