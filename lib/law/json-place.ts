/** Where in a JSON text the value of a pointer (RFC 6901) stands: its first character and the one after its last. */
export function placeOf(text: string, pointer: string): { readonly start: number; readonly end: number } | undefined {
  const wanted = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const tokens = [...text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  let at = 0;
  for (const step of wanted) {
    const found = childAt(tokens, at, step);
    // A field that is missing is shown where it should stand: in its parent.
    if (found === undefined) break;
    at = found;
  }
  const first = tokens[at];
  const last = tokens[afterValue(tokens, at) - 1];
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}

type Token = { readonly text: string; readonly start: number; readonly end: number };

/** The place among the tokens of a field's or item's value. */
function childAt(tokens: readonly Token[], at: number, step: string): number | undefined {
  const open = tokens[at]?.text;
  if (open !== '{' && open !== '[') return undefined;
  let index = 0;
  for (let next = at + 1; next < tokens.length && !isClosing(tokens[next]); index += 1) {
    const value = open === '{' ? next + 2 : next;
    const name = open === '{' ? keyOf(tokens[next]) : String(index);
    if (name === step) return value;
    next = afterValue(tokens, value);
    if (tokens[next]?.text === ',') next += 1;
  }
  return undefined;
}

/** The place after a value: a word, or everything to the bracket that closes it. */
function afterValue(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (let next = at; next < tokens.length; next += 1) {
    const { text } = tokens[next] as Token;
    if (text === '{' || text === '[') depth += 1;
    else if (text === '}' || text === ']') depth -= 1;
    if (depth <= 0) return next + 1;
  }
  return tokens.length;
}

const isClosing = (token: Token | undefined): boolean => token?.text === '}' || token?.text === ']';

function keyOf(token: Token | undefined): string | undefined {
  try {
    return JSON.parse(token?.text ?? '') as string;
  } catch {
    return undefined;
  }
}
