/** What somebody should look at in a sale that a till made without a network: it is a fact, and refused no more. */
export const flags = {
  'own-pass': { what: 'The seller sold to their own pass.', next: 'Ask the owner of the stall to look at what was sold.' },
  'sold-before-exit': {
    what: 'The sale came in after its shopper had left.',
    next: 'The exit was decided again. See what it owes now.',
  },
  'offline-not-allowed': {
    what: 'Tills may not sell without a network and without a lease here.',
    next: 'Ask the stall why it did, and look at what was sold.',
  },
  'above-offline-floor': {
    what: 'The sale{due, select, none {} other { of {due}}} is above what a till may sell without a network{available, select, none {} other { ({available})}}.',
    next: 'Look at what was sold.',
  },
  'clock-not-proven': {
    what: 'The time of the sale is only what the till’s own clock says{at, select, none {} other {: {at}}}.',
    next: 'Compare it with the paper.',
  },
  'clock-wrong': {
    what: 'The till’s clock said a time that cannot be{at, select, none {} other {: {at}}}.',
    next: 'Set the tablet’s clock. The sale counts at the nearest time that can be.',
  },
  'price-moved': {
    what: 'The shelf asked another price{due, select, none {} other { ({due})}}; {paid, select, none {another amount} other {{paid}}} was taken.',
    next: 'Nothing to do if the price changed while the till had no network.',
  },
  'change-differs': {
    what: 'The change that was given{amount, select, none {} other { ({amount})}} is not what the rates of the day say.',
    next: 'Count the drawer; the rate on the till may be old.',
  },
  'drawer-closed': {
    what: 'The drawer that took this money was closed before the sale came in.',
    next: 'Find the money in that day’s count and book it apart.',
  },
  'offline-number-taken': {
    what: 'Another sale has the same number on its paper{code, select, none {} other { ({code})}}.',
    next: 'Enrol the tablet again: two may share one store.',
  },
  'lease-recalled': {
    what: 'The goods had been held for this till, but were taken back before the sale came in.',
    next: 'See who took them back and what was sold twice.',
  },
  'discount-needs-approval': {
    what: 'The discount{amount, select, none {} other { of {amount}}} is more than a cashier may give alone{percent, select, none {} other { ({percent})}}.',
    next: 'Ask the owner to type their PIN, or lessen the discount.',
  },
  'discount-too-large': {
    what: 'The discount{amount, select, none {} other { of {amount}}} is more than the price{due, select, none {} other { ({due})}}.',
    next: 'Take off no more than the goods cost.',
  },
};

export type FlagWords = typeof flags;
