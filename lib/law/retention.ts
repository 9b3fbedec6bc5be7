import type { LawPack } from './pack.ts';

/** How long this market keeps what about a person. @throws if the pack does not say: it can be assessed by, but opens no market. */
export function retentionOf({ id, retention }: LawPack): NonNullable<LawPack['retention']> {
  if (retention === undefined)
    throw new Error(`The law pack ${id} does not say how long personal data is kept: add /retention to it.`);
  return retention;
}
