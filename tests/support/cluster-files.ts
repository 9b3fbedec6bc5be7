import { readFileSync } from 'node:fs';

/** The files that db/engine/three-machines.md teaches, by name: the cluster of the tests is made of them. */
const TAUGHT: ReadonlyMap<string, string> = new Map(
  [...readFileSync('db/engine/three-machines.md', 'utf8').matchAll(/^```\w+ (\S+\.\w+)\n([\s\S]*?)^```/gm)].map(
    ([, name = '', text = '']) => [name, text],
  ),
);

/** What stands in a taught file, and what this cluster has in its place. */
export type Places = Readonly<Record<string, string>>;

/** A taught file as this cluster needs it. @throws if the file does not hold what is to be replaced. */
export function clusterFile(name: string, places: Places): string {
  let text = TAUGHT.get(name);
  if (text === undefined) throw new Error(`three-machines.md teaches no ${name}`);
  for (const [taught, here] of Object.entries(places)) {
    if (!text.includes(taught)) throw new Error(`${name} holds no ${taught}`);
    text = text.replaceAll(taught, here);
  }
  const left = /CHANGE-ME|\bNODE\b|\bADDRESS\b|\/var\/lib\/serai/.exec(text);
  if (left !== null) throw new Error(`${name} still holds ${left[0]}`);
  return text;
}
