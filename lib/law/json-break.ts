export type LineColumn = { readonly line: number; readonly column: number };

/** Where a text stops being JSON, both counted from 1; undefined if it is JSON. The engine's own message says it in English only. */
export function brokenAt(text: string): LineColumn | undefined {
  const index = breakOf(text);
  if (index === undefined) return undefined;
  const lines = text.slice(0, index).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

const SPACE = /[ \t\n\r]*/y;
const TOKEN =
  /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y;

type Wanted = 'value' | 'item or end' | 'field or end' | 'field' | 'colon' | 'comma or end';

function breakOf(text: string): number | undefined {
  const open: string[] = [];
  let wanted: Wanted | undefined = 'value';
  for (let at = after(text, 0, SPACE) ?? 0; ; ) {
    const end = after(text, at, TOKEN);
    if (end === undefined) return at === text.length && wanted === 'comma or end' && open.length === 0 ? undefined : at;
    wanted = wantedAfter(text.slice(at, end), wanted, open);
    if (wanted === undefined) return at;
    at = after(text, end, SPACE) ?? end;
  }
}

/** What may follow a token; undefined if it may not stand here. */
function wantedAfter(token: string, wanted: Wanted, open: string[]): Wanted | undefined {
  const isText = token.startsWith('"');
  if (token === '}' || token === ']') {
    const mayEnd = wanted === 'comma or end' || wanted === (token === '}' ? 'field or end' : 'item or end');
    return mayEnd && open.pop() === token ? 'comma or end' : undefined;
  }
  if (wanted === 'comma or end') {
    if (token !== ',' || open.length === 0) return undefined;
    return open.at(-1) === '}' ? 'field' : 'value';
  }
  if (wanted === 'colon') return token === ':' ? 'value' : undefined;
  if (wanted === 'field' || wanted === 'field or end') return isText ? 'colon' : undefined;
  if (token === ',' || token === ':') return undefined;
  if (token !== '{' && token !== '[') return 'comma or end';
  open.push(token === '{' ? '}' : ']');
  return token === '{' ? 'field or end' : 'item or end';
}

function after(text: string, at: number, pattern: RegExp): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
