/**
 * What became of the rows of a table that may change: each change says what the row was and what it is now, and the last of them is
 * what stands in the file. Changes may be heard of in any order; only rows whose story is not yet told out are held in memory.
 */
export class RowHistory {
  /** As far as a row's story is told, where that is not what stands in the file. */
  readonly #told = new Map<string, string>();
  /** Changes whose beginning has not been told yet. */
  readonly #waiting = new Map<string, string[]>();

  add(key: string, was: string | undefined, becomes: string, standing: string): void {
    const at = this.#told.get(key) ?? standing;
    if (was !== undefined && was !== at) {
      const place = `${key}\n${was}`;
      this.#waiting.set(place, [...(this.#waiting.get(place) ?? []), becomes]);
      return;
    }
    this.#tell(key, becomes, standing);
  }

  #tell(key: string, told: string, standing: string): void {
    let at = told;
    for (;;) {
      const place = `${key}\n${at}`;
      const [next, ...more] = this.#waiting.get(place) ?? [];
      if (next === undefined) break;
      if (more.length === 0) this.#waiting.delete(place);
      else this.#waiting.set(place, more);
      at = next;
    }
    if (at === standing) this.#told.delete(key);
    else this.#told.set(key, at);
  }

  /** Rows that are not what their story says. */
  falseKeys(): readonly string[] {
    const waiting = [...this.#waiting.keys()].map((place) => place.slice(0, place.lastIndexOf('\n')));
    return [...new Set([...this.#told.keys(), ...waiting])];
  }
}
