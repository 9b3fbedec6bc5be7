export const offline = {
  link: {
    device: { name: 'No network', what: 'This tablet has no network.' },
    server: { name: 'No answer', what: 'The market’s server does not answer.' },
    unwell: { name: 'Server unwell', what: 'The market’s server answers that it cannot work.' },
    asOf: 'As of',
    revokedAsOf: 'Withdrawn passes are known as of',
    notKept: 'This browser may clear its storage: install the till as an app',
    unsent: '{count, plural, one {# unsent} other {# unsent}}',
    signIn: 'Signing in and opening a drawer need the market’s server. Whoever is at the till stays there.',
  },
  sale: {
    asOf: 'Decided on this till, from what was known at',
    stranger: 'not seen at this till before',
    confirm: 'Take payment, send later',
    finish: 'Finish here, send later',
    title: 'Sold, provisional',
    provisional: 'The market has not confirmed this sale yet. The till sends it by itself; the gate can read it from this code.',
    code: 'The sale, signed by this till',
    tooLong: 'This sale is too long for a code. The till sends it by itself.',
    unkept: 'This tablet’s storage did not take the sale, so nothing was sold. Give the money back, and free some storage.',
    whyNot: {
      'not-allowed': 'Pay is shut: without an answer from the market, only goods that it holds for this pass may be sold.',
      'no-clock': 'Pay is shut: this till has not heard from the market yet, so it cannot say when a sale was made.',
      'fiscal-shut':
        'Pay is shut: fiscal documents of this side, or sales on this tablet, have waited as long as they may. Bring this till back to the network, or call the market office.',
      floor: 'Pay is shut: without an answer from the market, one sale may come to {floor} at most.',
      party: 'Pay is shut: without an answer from the market, each pass pays for itself. Take the other passes off the sale.',
      approval: 'Pay is shut: without an answer from the market the owner’s PIN cannot be checked. Lessen the discount.',
    },
  },
  unsent: {
    title: 'Sales that the market does not have yet',
    none: 'All sales are with the market.',
    waitingNote: 'They are on this tablet’s disk, and go by themselves, in this order, as soon as the market answers.',
    aside: '{count, plural, one {# sale was set aside} other {# sales were set aside}}',
    asideNote: 'The market could not accept them. They keep nothing else waiting, and are never deleted here.',
    asideNext: 'Mend what is named above and send it again. If it cannot be mended, show this code to the market office.',
    again: 'Send again',
    elsewhere:
      '{count, plural, one {# sale on this tablet has not been sent. Enrol it again for the same stall.} other {# sales on this tablet have not been sent. Enrol it again for the same stall.}}',
  },
  close: {
    waiting:
      '{count, plural, one {# sale has not been sent yet. The drawer can be closed once the market has it.} other {# sales have not been sent yet. The drawer can be closed once the market has them.}}',
    aside:
      '{count, plural, one {# sale was set aside and is not in these figures.} other {# sales were set aside and are not in these figures.}}',
  },
};

export type OfflineWords = typeof offline;
