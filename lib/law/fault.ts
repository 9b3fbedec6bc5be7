/** Everything that can be wrong with a law pack or a case, with the facts that its words hold; each has words in every language. */
export const FAULTS = {
  // of what kind a value is
  'type-string': [],
  'type-number': [],
  'type-int': [],
  'type-boolean': [],
  'type-array': [],
  'type-object': [],
  'type-record': [],
  unreadable: [],
  // how it is written
  'no-field': ['fields'],
  key: [],
  'one-of': ['ids'],
  'one-kind-of': ['kinds', 'example'],
  either: ['first', 'next'],
  like: ['example'],
  'goods-like': ['example'],
  'goods-item-like': ['category', 'hs', 'list'],
  'words-like': ['example'],
  'zone-like': ['example'],
  'sources-like': ['example'],
  text: [],
  'text-at-most': ['most'],
  id: [],
  day: [],
  'month-day': [],
  instant: [],
  'instant-with-offset': [],
  currency: [],
  country: [],
  'hs-of-goods': [],
  'hs-of-line': [],
  'decimal-text': [],
  'rate-text': [],
  // how much or how many
  'whole-number': [],
  'zero-or-more': [],
  'at-least': ['least'],
  'at-most': ['most'],
  'list-at-least': ['least'],
  'list-at-most': ['most'],
  'one-source': [],
  'one-offset': [],
  'one-group': [],
  'one-document': [],
  'two-parts': [],
  'parts-at-most': ['most'],
  'two-tables': [],
  // what it names
  'id-taken': ['id'],
  'code-taken': ['code'],
  'not-there': ['id'],
  'no-category': ['id'],
  'no-parent': ['id'],
  'parents-in-a-circle': [],
  'no-list': ['id'],
  'no-deemed-values': ['id'],
  'no-table-by-group': [],
  'table-is-a-sum': [],
  'table-in-currency': ['currency'],
  'no-source': ['id'],
  'no-source-of-question': ['id'],
  // in which order, and how long
  'instant-after': ['before'],
  'day-after': ['before'],
  'day-from': ['from'],
  'versions-overlap': ['rule', 'from'],
  'lookups-kept-longest': [],
  'adult-is-a-child': ['minorUnder'],
  // what the engine can do
  'counting-is-not-taxed': [],
  'counting-by-days': [],
  'counting-at-crossing': [],
  'choice-within-visit': [],
  'mixed-with-each-of': [],
  'mixed-within-visit': [],
  'no-common-step': [],
  'part-not-taxed': [],
  'item-taxed-whole': [],
  'model-not-taxed': [],
  'deemed-by-basis': [],
  'duty-in-currency': ['currency'],
  'two-bases': [],
  'one-order': ['order', 'rule'],
  // what a setting changes
  'not-by-setting': [],
  'with-answer': ['answer', 'place', 'fault'],
  // what a case says
  'one-age': [],
  'line-id-taken': [],
  'decimals-of': ['currency'],
  'no-rule-here': ['rules'],
  'none-in-pack': [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type FaultReason = keyof typeof FAULTS;

/** What is wrong, as a value: a fault that stands in another keeps its own reason and facts. */
export type Wrong = { readonly reason: FaultReason; readonly facts: Readonly<Record<string, FaultFact>> };
export type FaultFact = string | number | readonly string[] | Wrong;

/** Where (RFC 6901 JSON pointer) and what; the words say what to write instead. */
export type PackFault = Wrong & { readonly pointer: string };

type Facts<Reason extends FaultReason> = (typeof FAULTS)[Reason] extends readonly []
  ? readonly []
  : readonly [facts: Readonly<Record<(typeof FAULTS)[Reason][number], FaultFact>>];

export const wrong = <Reason extends FaultReason>(reason: Reason, ...[facts]: Facts<Reason>): Wrong => ({
  reason,
  facts: facts ?? {},
});

export const at = <Reason extends FaultReason>(pointer: string, reason: Reason, ...facts: Facts<Reason>): PackFault => ({
  pointer,
  ...wrong(reason, ...facts),
});

export const oneOf = (pointer: string, ids: Iterable<string>): PackFault => at(pointer, 'one-of', { ids: [...ids] });

/** What is wrong, as the message of a zod schema, which is a text; `heard` takes it out again. */
export const say = <Reason extends FaultReason>(reason: Reason, ...facts: Facts<Reason>): string =>
  JSON.stringify(wrong(reason, ...facts));

/** What a schema's message says; undefined if the message is zod's own. */
export const heard = (message: string): Wrong | undefined =>
  message.startsWith('{"reason":') ? (JSON.parse(message) as Wrong) : undefined;
