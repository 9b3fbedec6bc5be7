import type { Comparison as Compared } from '#lib/law/compare-packs.ts';
import type { Decision } from '#lib/law/decision.ts';
import type { Subject } from '#lib/law/motion.ts';
import type { LawPack, SettingValue } from '#lib/law/pack.ts';
import type { Tally } from '#lib/law/rehearsal.ts';

/** What the calls of the law room answer, as far as its screens read it. */
export type SideLaw = {
  readonly side: string;
  readonly day: string;
  readonly hash: string;
  readonly version: number;
  readonly answers: Readonly<Record<string, SettingValue>>;
};

export type LawNow = {
  readonly hash: string;
  readonly pack: LawPack;
  readonly sides: readonly SideLaw[];
  /** The first day on which a change may begin. */
  readonly firstDay: string;
};

export type PackRow = {
  readonly hash: string;
  readonly version: string;
  readonly effectiveFrom: string;
  readonly recordedAt: string;
  readonly motion: string | null;
  readonly withdrawn: string | null;
  readonly inForceOn: readonly string[];
  readonly signers: readonly string[];
};

export type DraftRow = {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly author: string | null;
  readonly savedAt: string;
};

export type RehearsalHead = {
  readonly id: string;
  readonly lawDay: string;
  readonly since: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly startedAt: string;
};

export type Draft = {
  readonly id: string;
  readonly title: string;
  readonly base: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly versions: readonly { readonly number: number; readonly author: string | null; readonly savedAt: string }[];
  readonly rehearsals: readonly (RehearsalHead & { readonly version: number })[];
};

export type Rehearsal = RehearsalHead & { readonly endedAt: string | null; readonly tally: Tally };

export type Motion = {
  readonly id: string;
  readonly subject: Subject;
  readonly effectiveFrom: string | null;
  readonly laidAt: string;
  readonly enactedAt: string | null;
  readonly withdrawn: string | null;
  readonly withdrawnBy: string | null;
  readonly signers: readonly { readonly id: string; readonly name: string; readonly signedAt: string }[];
};

export type Comparison = Compared;
export type RateKind = 'law' | 'till';

export type Allowed = {
  readonly packHash: string;
  readonly rules: readonly {
    readonly rule: string;
    readonly part: number | null;
    readonly limit: number;
    readonly unit: string;
    readonly without: 'under-age' | 'excluded' | 'allowance-saved' | null;
    readonly forbids: boolean;
  }[];
  readonly decision: Decision;
};

/** Who holds a pack that is to come. */
export type PackHeld = {
  readonly effectiveFrom: string;
  readonly devices: readonly { readonly name: string; readonly stall: string | null; readonly heldSince: string | null }[];
};
