import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readPack } from '#db/seed/read-pack.ts';
import { factsOf, readCase } from '#lib/law/case.ts';
import { caseSchema } from '#lib/law/case-schema.ts';
import { checkPack } from '#lib/law/check-pack.ts';
import { decide } from '#lib/law/decide.ts';
import type { Facts } from '#lib/law/decision.ts';
import { decisionSchema } from '#lib/law/decision-schema.ts';
import type { PackFault } from '#lib/law/fault.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { packSchema } from '#lib/law/pack-schema.ts';
import { faults as words } from '#lib/words/en/law-faults.ts';
import { faultText } from '#lib/words/fault-text.ts';

// npm run --silent law -- check FILE | assess [--pack FILE] CASE|- | schema [pack|case|decision]. Standard output is JSON only.

const USAGE = 'law check FILE | law assess [--pack FILE|NAME] CASE|- | law schema [pack|case|decision]';
const SCHEMAS = { pack: packSchema, case: caseSchema, decision: decisionSchema };

type Said = { readonly pointer: string; readonly fault: string };

class Fault extends Error {
  readonly faults: readonly Said[];
  constructor(faults: readonly Said[]) {
    super('faults');
    this.faults = faults;
  }
}

try {
  process.exitCode = run(process.argv.slice(2));
} catch (fault) {
  if (!(fault instanceof Fault)) throw fault;
  print({ faults: fault.faults });
  process.exitCode = 1;
}

function run(args: string[]): number {
  const { values, positionals } = argumentsOf(args);
  const [command, file, ...rest] = positionals;
  if (rest.length > 0) return usage();
  if (command === 'check' && file !== undefined) return check(file);
  if (command === 'assess' && file !== undefined) return assess(file, values.pack);
  if (command !== 'schema') return usage();
  const schema = SCHEMAS[(file ?? 'pack') as keyof typeof SCHEMAS];
  if (schema === undefined) return usage();
  print(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return 0;
}

function argumentsOf(args: string[]): { values: { pack?: string }; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { pack: { type: 'string' } } });
    return { values: values as { pack?: string }, positionals };
  } catch {
    return { values: {}, positionals: [] };
  }
}

function usage(): number {
  console.error(USAGE);
  return 2;
}

function check(file: string): number {
  const pack = packIn(read(file));
  print({ pack: `${pack.id}@${pack.version}`, rules: pack.rules.length, settings: pack.settings.length, faults: [] });
  return 0;
}

/** A case, or the record of a decision that was made before: its facts are decided again as they stand. */
function assess(file: string, packFile: string | undefined): number {
  const json = read(file);
  if (isRecord(json)) {
    print(decide(packNamed(packFile), json.facts));
    return 0;
  }
  const found = readCase(json);
  if ('faults' in found) throw new Fault(said(found.faults));
  const pack = packNamed(packFile ?? found.case.pack);
  const made = factsOf(pack, found.case);
  if ('faults' in made) throw new Fault(said(made.faults));
  print(decide(pack, made.facts));
  return 0;
}

function isRecord(json: unknown): json is { readonly facts: Facts } {
  return typeof json === 'object' && json !== null && 'facts' in json;
}

function packNamed(name = 'khorgos'): LawPack {
  if (!/^[a-z0-9-]+$/.test(name)) return packIn(read(name));
  try {
    return readPack(name).pack;
  } catch {
    throw new Fault([
      { pointer: '/pack', fault: `there is no pack ${name} in lib/packs: name another, or give its file by --pack` },
    ]);
  }
}

function packIn(json: unknown): LawPack {
  const checked = checkPack(json);
  if ('faults' in checked) throw new Fault(said(checked.faults));
  return checked.pack;
}

function said(faults: readonly PackFault[]): readonly Said[] {
  return faults.map((fault) => ({ pointer: fault.pointer, fault: faultText(words, fault) }));
}

function read(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : resolve(process.env.INIT_CWD ?? join('.'), file), 'utf8');
  } catch {
    throw new Fault([{ pointer: '', fault: `${file} cannot be read: give a file, or - for standard input` }]);
  }
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw new Fault([{ pointer: '', fault: `this is no JSON: ${(fault as Error).message}` }]);
  }
}

function print(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}
