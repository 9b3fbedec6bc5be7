import type { LawPack } from './pack.ts';

type Kept = Readonly<Record<keyof NonNullable<LawPack['retention']>, { readonly days: number }>>;

/** As long as a pack can say: what an older pack is silent about is kept until somebody asks to be erased. */
const UNSAID = { days: 36_525 };

/** How long this market keeps what about a person. */
export const retentionOf = ({ retention }: LawPack): Kept =>
  retention ?? { holder: UNSAID, documentNumber: UNSAID, documentLookups: UNSAID };

/** A new market does not open by a pack that is silent. @throws with what to add. */
export function mustSayRetention({ id, retention }: LawPack): void {
  if (retention === undefined)
    throw new Error(
      `The law pack ${id} does not say how long personal data is kept: add /retention to it, as khorgos.json does.`,
    );
}
