/** What the office is refused when it joins and parts persons, and in the law room. */
export const officeRefusals = {
  // persons
  'link-decided': { what: 'This link is already decided that way.', next: 'Look at it again; somebody was quicker.' },
  'already-one-traveller': {
    what: 'These two are one traveller already, by another link.',
    next: 'Separate that link first, if it is wrong.',
  },
  'traveller-erased': { what: 'One of the two was erased and cannot be compared any more.', next: 'Nothing more to do.' },
  'erase-visit-open': {
    what: 'This person is inside, so nothing can be erased yet.',
    next: 'Close the visit at the gate first, then erase.',
  },
  'already-erased': { what: 'Nothing is kept of this person any more.', next: 'Nothing more to do.' },
  // the law room
  'pack-unknown': { what: 'This law pack is not known here.', next: 'Choose one from the list of versions.' },
  'draft-moved-on': {
    what: 'Somebody saved this draft in between; it is at number {count} now.',
    next: 'Open it again and make your change there.',
  },
  'draft-faulty': {
    what: 'The draft has {count, plural, one {# fault} other {# faults}}{field, select, none {} other {, the first at {field}}}.',
    next: 'Mend it and save again.',
  },
  'draft-market': { what: 'This pack is of another market: {name}.', next: 'A draft stays with the market it was started for.' },
  'draft-place-gone': {
    what: 'The draft leaves out {code}, where devices and stalls stand.',
    next: 'Keep every side and gate that is in force.',
  },
  'draft-version-taken': {
    what: 'A pack of version {count} is there already.',
    next: 'Raise the version of the draft and save it.',
  },
  'motion-too-early': {
    what: 'The day is too early: it has to be tomorrow or later on both sides.',
    next: 'Choose {day} or a later day.',
  },
  'motion-day-taken': { what: 'Another pack becomes law on {day}.', next: 'Choose another day, or withdraw the other one.' },
  'motion-signed-by-you': { what: 'You have signed this already.', next: 'The second signature has to be somebody else’s.' },
  'motion-not-open': {
    what: 'This can no longer be signed: it is decided or withdrawn.',
    next: 'Look at its state in the law room.',
  },
  'motion-in-force': { what: 'This is law already and cannot be withdrawn.', next: 'Change it by another draft.' },
  'signer-unknown': { what: 'Only an administrator signs, under their own name.', next: 'Sign in as an administrator.' },
  'setting-option': { what: '{asked} is no answer to this question.', next: 'Choose one of the answers that the pack knows.' },
  'rehearsal-empty': { what: 'No decision has been recorded since {day}.', next: 'Choose an earlier day.' },
  'rate-line-faulty': {
    what: 'Line {line}: {field, select, date {the day does not exist} base {the first currency is not known} quote {the second currency is not known, or the same} rate {the rate is not a number above zero with up to six decimals} source {the source is missing} columns {there are not five columns} twice {this pair and day stand twice} other {the heading has to be date,base,quote,rate,source}}.',
    next: 'Mend it and send the whole again; nothing was taken in.',
  },
  'rate-known': { what: 'There is a rate already for {name}.', next: 'A rate that was entered stays. Leave it out.' },
  'catalogue-faulty': {
    what: 'The file has {count, plural, one {# fault} other {# faults}}; the first is on line {line}.',
    next: 'Mend it and send the whole again; nothing was taken in.',
  },
  'stock-moved': {
    what: 'Stock has moved since you began to count: {available} on hand now.',
    next: 'Count again; what was sold meanwhile is no difference of yours.',
  },
  'bound-order': { what: 'The most is less than the least.', next: 'Give a cap of at least the floor, or leave one empty.' },
  'catalogue-same': { what: 'Your shelf is as the file says already.', next: 'There is nothing to take in.' },
  'catalogue-importing': { what: 'A file is still being written.', next: 'Wait until it is done, then send this one.' },
  'rates-none': { what: 'There is no rate in this file.', next: 'Add a line below the heading.' },
  'percent-invalid': { what: 'This per cent cannot be.', next: 'Type a number from 0 to 100 with at most two decimals.' },
  'scale-code-invalid': {
    what: 'The layout of this code does not come to 13 digits{code, select, none {} other { ({code})}}, or is there twice.',
    next: 'Check its digits: prefix, item, price check, value, check digit.',
  },
};

export type OfficeRefusalWords = typeof officeRefusals;
