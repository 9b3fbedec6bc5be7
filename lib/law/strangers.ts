import type { Case } from './case-schema.ts';
import { at, oneOf, type PackFault } from './fault.ts';
import type { LawPack } from './pack.ts';

/** What a case names and the pack does not have: a decision would pass over it in silence. */
export function strangersIn(pack: LawPack, given: Case): readonly PackFault[] {
  const known = (pointer: string, ids: readonly (string | undefined)[], there: readonly string[]): PackFault[] =>
    ids.flatMap((id, index) => {
      const here = pointer.replace('*', String(index));
      if (id === undefined || there.includes(id)) return [];
      return there.length > 0 ? oneOf(here, there) : at(here, 'none-in-pack');
    });
  const idsOf = (list: readonly { readonly id: string }[]) => [...new Set(list.map(({ id }) => id))];
  const gates = pack.gates.map(({ code }) => code);
  const settings = Object.entries(given.settings).flatMap(([id, value]) => {
    const options = pack.settings.find((each) => each.id === id)?.options;
    if (options === undefined) return known(`/settings/${id}`, [id], idsOf(pack.settings));
    return known(
      `/settings/${id}`,
      [JSON.stringify(value)],
      options.map((option) => JSON.stringify(option)),
    );
  });
  const categories = idsOf(pack.categories);
  const goods = (here: string, category: string): PackFault[] =>
    categories.includes(category) ? [] : [at(`${here}/category`, 'no-category', { id: category })];
  return [
    ...given.lines.flatMap(({ category }, index) => goods(`/lines/${index}`, category)),
    ...(given.traveller.crossings ?? []).flatMap(({ goods: taken = [] }, crossing) =>
      taken.flatMap(({ category }, index) => goods(`/traveller/crossings/${crossing}/goods/${index}`, category)),
    ),
    ...known('/entryGate', [given.entryGate], gates),
    ...known('/exitGate', [given.exitGate], gates),
    ...known('/documents/*', given.documents ?? [], idsOf(pack.documents)),
    ...known('/declines/*', given.declines ?? [], idsOf(pack.rules)),
    ...settings,
  ];
}
