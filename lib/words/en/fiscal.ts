/** Fiscal documents, at the till and in the office. */
export const fiscalAtTill = {
  wait: '{hours, plural, =0 {Fiscal documents wait} other {Fiscal documents wait: # h of {most} h}}',
  shut: 'No sales: fiscal documents have waited {hours} h',
  states: {
    pending: 'Being registered',
    autonomous: 'Autonomous: registered later',
    registered: 'Registered',
    refused: 'Turned down',
  },
  types: {
    sale: 'Sales',
    refund: 'Refunds',
    void: 'Voided',
  },
  document: 'Fiscal document',
  sign: 'Fiscal sign',
  autonomousSign: 'Autonomous sign',
  check: 'QR code of the fiscal receipt',
  title: 'Fiscal documents',
  own: 'At this till',
  agrees: 'The documents agree with the sales, refunds and voids to the minor unit.',
  differs: 'The documents do not agree with the till. Call the market office.',
  missing: '{count, plural, =0 {Difference} one {Not documented: #} other {Not documented: #}}',
};

export const fiscalAtOffice = {
  title: 'Fiscal documents',
  wait: 'How long',
  note: 'What tax authorities are told of sales, side by side. Tills make the documents; this server sends them.',
  side: 'Side',
  adapter: 'They go to',
  adapters: {
    none: 'nobody',
    file: 'a file on the server',
    'test-operator': 'the test operator',
  },
  waiting: 'Waiting',
  waits: {
    clear: 'On time',
    late: 'Late: {hours} h',
    loud: 'Waiting {hours} h',
    shut: 'No sales: {hours} h',
  },
  refused: 'Turned down',
  change: 'Change',
  changeOne: 'Change where documents of {side} go',
  changeNote: 'It counts for sales from now on. Documents that were made before go where they were meant for.',
  onTimeMinutes: 'On time within, minutes',
  loudHours: 'Warn loudly from, hours',
  shutHours: 'No more sales from, hours',
  whole: 'A whole number above nought',
  changed: 'Fiscal documents of {side} go to: {name}.',
  refusedTitle: 'Turned down by the operator',
  refusedNote: 'Mend what the operator names, then send them again. Until then nobody has them.',
  noneRefused: 'No document is turned down.',
  receipt: 'Receipt',
  document: 'Document',
  total: 'Total',
  made: 'Made',
  why: 'What the operator says',
  retry: 'Send again',
  retryOne: 'Send again what was turned down for {side}',
  retried: '{count, plural, one {# document is sent again.} other {# documents are sent again.}}',
};

export type FiscalAtTill = typeof fiscalAtTill;
export type FiscalAtOffice = typeof fiscalAtOffice;
