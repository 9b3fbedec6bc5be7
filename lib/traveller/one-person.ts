/** Travellers whom links make one person, those of each in the order given; who has no link is alone. */
export function personsAmong(
  travellers: readonly string[],
  links: readonly { readonly earlier: string; readonly later: string }[],
): readonly (readonly string[])[] {
  const persons = new Map(travellers.map((id) => [id, [id]]));
  for (const { earlier, later } of links) {
    const [one, other] = [persons.get(earlier), persons.get(later)];
    if (one === undefined || other === undefined || one === other) continue;
    one.push(...other);
    for (const id of other) persons.set(id, one);
  }
  const place = new Map(travellers.map((id, nth) => [id, nth]));
  return [...new Set(persons.values())].map((person) => person.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)));
}
