import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPack } from '#lib/law/check-pack.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { faults as words } from '#lib/words/en/law-faults.ts';
import { faultText } from '#lib/words/fault-text.ts';

/** A pack by its name in lib/packs, or by its path. */
export function readPack(nameOrPath: string): { readonly pack: LawPack; readonly body: unknown } {
  const file = /^[a-z0-9-]+$/.test(nameOrPath) ? join(process.cwd(), 'lib', 'packs', `${nameOrPath}.json`) : nameOrPath;
  const body: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const checked = checkPack(body);
  if ('pack' in checked) return { pack: checked.pack, body };
  const said = checked.faults.map((fault) => `${fault.pointer}: ${faultText(words, fault)}`);
  throw new Error(`${file} is no law pack: ${said.join('; ')}`);
}
