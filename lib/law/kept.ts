/** Keeps what is found of a thing for as long as the thing is there: a till decides at every scan, and a pack stays the same. */
export function kept<Thing extends WeakKey, Found>(find: (thing: Thing) => Found): (thing: Thing) => Found {
  const known = new WeakMap<Thing, Found>();
  return (thing) => {
    const before = known.get(thing);
    if (before !== undefined) return before;
    const found = find(thing);
    known.set(thing, found);
    return found;
  };
}
