import { fiscalRefusals } from './fiscal-refusals.ts';
import { flags } from './flags.ts';
import { officeRefusals } from './office-refusals.ts';

export const refusals = {
  ...flags,
  ...officeRefusals,
  ...fiscalRefusals,
  unworded: { what: 'This cannot be done ({reason}).', next: 'Call staff and show them this screen.' },
  // the pass
  'pass-unknown': { what: 'This pass is not known here.', next: 'Scan it again, or type the ten characters under the code.' },
  'pass-spent': { what: 'This pass has been used and is closed.', next: 'For a new visit, get a new pass at a kiosk.' },
  'pass-expired': {
    what: 'This pass has expired{until, select, none {} other { (valid until {until})}}.',
    next: 'Get a new pass at a kiosk.',
  },
  'pass-revoked': { what: 'This pass was withdrawn.', next: 'Go to the gate office with your document.' },
  'pass-replaced': {
    what: 'This pass was replaced by a newer one.',
    next: 'Use the newest pass. If you do not have it, go to the gate office.',
  },
  'pass-not-valid-yet': {
    what: 'This pass is not valid yet{from, select, none {} other { (valid from {from})}}.',
    next: 'Come back when it starts, or get a pass for today.',
  },
  'not-entered': { what: 'The holder of this pass has not come in yet.', next: 'Scan the pass at the entry gate first.' },
  'visit-open': {
    what: 'You already have a visit that is not closed{side, select, none {} other { on the side of {side}}}.',
    next: 'Use the pass of that visit. If it is lost, an officer at the gate can give you a new one.',
  },
  'visit-closed': { what: 'This visit is already closed.', next: 'For a new visit, get a new pass at a kiosk.' },
  'visit-presented': {
    what: 'This visit has already been shown at the exit.',
    next: 'Nothing can be sold or changed now. Ask the gate officer.',
  },
  'wrong-side': {
    what: 'This pass leaves by another side{side, select, none {} other {: {side}}}.',
    next: 'Go to the gate you came in by.',
  },
  'own-pass': { what: 'Nobody sells or stamps for their own pass.', next: 'Ask a colleague to do it.' },
  'code-locked': {
    what: 'Too many wrong codes were typed here.',
    next: 'Wait{until, select, none {} other { until {until}}}, then type the code again. A new code comes from the market office.',
  },
  'code-unknown': { what: 'This code is not known.', next: 'Check it and try again. A new code comes from the market office.' },
  // the document
  'document-expired': {
    what: 'This document has expired{until, select, none {} other { ({until})}}.',
    next: 'Use another document that is still valid, or go to the gate office.',
  },
  'document-not-accepted': {
    what: 'This kind of document is not accepted on this side.',
    next: 'Use a passport, or ask at the gate office which documents are taken.',
  },
  'document-unreadable': { what: 'The document could not be read.', next: 'Place it again, or type what is printed on it.' },
  'mrz-unreadable': { what: 'Part of the document could not be read.', next: 'Correct the marked field as it is printed.' },
  'document-type-unknown': { what: 'The kind of document is missing.', next: 'Choose passport, identity card or permit.' },
  'issuer-unknown': { what: 'The issuing country is not known.', next: 'Choose the country that is printed on the document.' },
  'nationality-unknown': {
    what: 'The nationality is not known.',
    next: 'Choose the nationality that is printed on the document.',
  },
  'document-number-missing': { what: 'The document number is missing.', next: 'Type it as it is printed.' },
  'document-number-malformed': { what: 'The document number cannot be right.', next: 'Type only its letters and digits.' },
  'name-missing': { what: 'The name is missing.', next: 'Type it as it is printed.' },
  'name-malformed': { what: 'The name has a character that no document has.', next: 'Type it as it is printed.' },
  'birth-date-malformed': { what: 'There is no such date of birth.', next: 'Type day, month and year as printed.' },
  'birth-date-in-future': { what: 'The date of birth lies in the future.', next: 'Check day, month and year.' },
  'expiry-date-malformed': { what: 'There is no such date of expiry.', next: 'Type day, month and year as printed.' },
  'sex-unknown': { what: 'The sex in the document could not be read.', next: 'Choose what is printed: M, F or X.' },
  'nationality-not-admitted': {
    what: 'The market cannot admit this nationality{nationality, select, none {} other { ({nationality})}} at this gate.',
    next: 'Ask at the gate office; there may be another gate or another document.',
  },
  'guardian-required': {
    what: 'A child needs the pass of an adult{minorUnder, select, none {} other { (under {minorUnder})}}.',
    next: 'Scan the pass of the parent or guardian who comes with you.',
  },
  'guardian-pass-not-in-force': {
    what: 'The guardian’s pass is not in force.',
    next: 'Get the adult’s pass first, then this one.',
  },
  'stay-exceeded': {
    what: 'The longest stay{days, select, none {} other { of {days} days}} has been passed.',
    next: 'Go to the gate office now.',
  },
  'gate-unknown': { what: 'This gate is not known.', next: 'Ask the market office to enrol this device again.' },
  // the sale
  'over-limit': { what: 'Some goods are over a limit and may not leave at all.', next: 'Take out the marked goods.' },
  'law-rate-missing': {
    what: 'The official exchange rate that the law needs is missing, so these goods cannot be valued.',
    next: 'Ask the market office to enter the rate.',
  },
  'duty-not-acknowledged': {
    what: 'Duty will be owed at the gate{amount, select, none {} other {: {amount}}}.',
    next: 'Show the shopper the duty. They agree to it, or you take something out.',
  },
  'tender-short': {
    what: 'The money is not enough{due, select, none {} other { for {due}}}.',
    next: 'Take the rest, or take something out.',
  },
  'stock-short': {
    what: 'There is not enough in stock{available, select, none {} other { ({available} left)}}.',
    next: 'Sell fewer, or count the shelf again.',
  },
  'under-age': {
    what: 'The buyer is too young for these goods{minimumAge, select, none {} other { (from {minimumAge})}}.',
    next: 'Take them out of the basket.',
  },
  'product-unknown': { what: 'This product is not known here.', next: 'Search by name, or add it in the back office.' },
  'stall-suspended': { what: 'This stall is suspended.', next: 'Sales start again when the market office says so.' },
  'vendor-suspended': { what: 'This vendor’s licence is suspended.', next: 'Sales start again when the market office says so.' },
  'approval-needed': {
    what: 'Only the owner of the stall may allow this.',
    next: 'Ask the owner to type their PIN. You stay signed in.',
  },
  'two-people-needed': {
    what: 'Two different people must sign for this.',
    next: 'Let somebody else give or take the money with their own PIN.',
  },
  'cash-not-there': {
    what: 'There is not that much there{available, select, none {} other { (only {available})}}.',
    next: 'Type an amount that was brought there before.',
  },
  'not-the-last-close': {
    what: 'A newer session was opened at this till since.',
    next: 'Only the last close can be undone. Note the mistake at the next count.',
  },
  'paid-together': { what: 'This sale was paid together with others.', next: 'Refund its lines instead.' },
  'void-elsewhere': { what: 'Another till took the money of this sale.', next: 'Void it at that till, or refund it here.' },
  'no-till-session': { what: 'The till is not open.', next: 'Open a till session and count the float.' },
  'till-session-open': { what: 'A till session is still open here.', next: 'Close it first, with a count.' },
  'float-missing': { what: 'The float has not been counted.', next: 'Count what is in the drawer, per currency.' },
  'till-session-closed-for-void': {
    what: 'The till session of this sale is closed, so it cannot be voided.',
    next: 'Refund it instead.',
  },
  'sale-of-exchange': {
    what: 'This sale was an exchange.',
    next: 'Goods came back for it in the same act. Refund its lines instead.',
  },
  'already-refunded': {
    what: 'This was already refunded.',
    next: 'Look at the receipt: nothing is left to refund on that line.',
  },
  'refund-too-much': {
    what: 'That is more than was sold{available, select, none {} other { ({available} left)}}.',
    next: 'Refund no more than is left on the line.',
  },
  'sale-voided': { what: 'This sale was voided.', next: 'There is nothing left to refund.' },
  'sale-unknown': { what: 'This sale is not known here.', next: 'Scan the receipt again, or look it up by its number.' },
  'quantity-invalid': { what: 'This quantity cannot be.', next: 'Type a whole number from 1 up.' },
  'price-invalid': { what: 'This price cannot be.', next: 'Type an amount above zero with at most two decimals.' },
  'currency-unknown': { what: 'This currency is not taken here.', next: 'Choose one of the currencies in the list.' },
  'rate-missing': {
    what: 'There is no exchange rate for this currency today.',
    next: 'Take another currency, or ask the office for the rate.',
  },
  'gtin-taken': { what: 'Another product already has this barcode.', next: 'Open that product, or check the digits.' },
  'gtin-invalid': { what: 'The barcode has a wrong check digit.', next: 'Scan it, or type its digits again.' },
  // people and devices
  'operator-required': { what: 'Nobody is signed in here.', next: 'Choose your name and type your PIN.' },
  'pin-wrong': { what: 'The PIN is wrong.', next: 'Try again. After several wrong PINs it is locked for a while.' },
  'pin-locked': {
    what: 'The PIN is locked{until, select, none {} other { until {until}}}.',
    next: 'Wait, or ask a supervisor to set a new PIN.',
  },
  'first-link-over': {
    what: 'This link is no longer good.',
    next: 'It works once, until the server starts again. While nobody runs the market, a new start prints a new link.',
  },
  'key-not-proven': {
    what: 'This browser does not hold the key it was enrolled with.',
    next: 'Enrol it with a new code from the market office.',
  },
  'device-revoked': { what: 'This device is no longer enrolled.', next: 'Ask the market office for a new code.' },
  'login-taken': { what: 'This sign-in name is taken.', next: 'Choose another.' },
  'two-signatures-needed': { what: 'Two people have to sign this.', next: 'Ask a second person to type their PIN.' },
  'signature-wrong': { what: 'A signature does not fit.', next: 'Both people type their own PIN again.' },
  'not-yours': { what: 'This belongs to somebody else.', next: 'Sign in as its owner, or ask the market office.' },
  // the exit
  'lines-unresolved': {
    what: 'Some goods still need an answer{count, select, none {} other { ({count})}}.',
    next: 'Decide each red line: given back, taxed, seized or left.',
  },
  'exit-closed': { what: 'This exit is already closed.', next: 'Open it to read; nothing can be changed.' },
  'no-exit-to-save': { what: 'There is no counted exit here to use or keep.', next: 'Nothing has to be chosen. Go on as usual.' },
  'nothing-corrected': {
    what: 'Nothing here differs from what is known already.',
    next: 'Change the quantity, weight, value or kind of goods.',
  },
  'happened-in-future': { what: 'This lies in the future.', next: 'Enter the day on which it happened.' },
  'rule-not-counted': {
    what: 'This limit is not counted over a period for this traveller ({rule}).',
    next: 'Choose another limit from the list.',
  },
  'already-corrected': { what: 'This entry has been corrected already.', next: 'Correct the newest one instead.' },
  // acts
  'act-id-reused': {
    what: 'This was already done with other contents.',
    next: 'Look whether the first one went through before you do it again.',
  },
  'occurred-at-refused': { what: 'A live act cannot have its own time.', next: 'Do it again without a time.' },
  'pass-not-yet-valid': {
    what: 'This pass is not valid yet{from, select, none {} other { (valid from {from})}}.',
    next: 'Come back when it starts, or get a pass for today.',
  },
  'pass-already-used': {
    what: 'This pass has already come in{since, select, none {} other { ({since})}}.',
    next: 'Its holder is inside. If somebody else is at the gate, keep the pass and call an officer.',
  },
  'pass-not-genuine': {
    what: 'This pass was not made by this market.',
    next: 'Do not let it through. Keep it and call an officer.',
  },
  'pass-not-seen-here': {
    what: 'This pass was not seen at this till before.',
    next: 'Without an answer from the market a code is not enough: scan the QR code of the pass.',
  },
  'pass-key-not-here': {
    what: 'This till does not have the key to check this pass.',
    next: 'Wait until the market answers, or let the shopper pay at another till.',
  },
  'pass-unreadable': {
    what: 'This code is not a whole pass.',
    next: 'Scan it again, flat and well lit, or type the ten characters under it.',
  },
  'document-of-another': {
    what: 'This document belongs to somebody else than the pass.',
    next: 'Use the document that the pass was made with.',
  },
  'guardian-is-self': { what: 'A child cannot come with their own pass as guardian.', next: 'Scan the pass of an adult.' },
  'guardian-is-minor': {
    what: 'The guardian is too young{minorUnder, select, none {} other { (under {minorUnder})}}.',
    next: 'Scan the pass of an adult.',
  },
  'guardian-enters-elsewhere': {
    what: 'The guardian’s pass is for the other side.',
    next: 'Both come in on the same side: use a kiosk there, or get the adult a pass here.',
  },
  'side-unknown': { what: 'This side is not known.', next: 'Choose one of the sides in the list.' },
  'printer-address-invalid': {
    what: 'A printer cannot stand at this address.',
    next: 'Enter four numbers of a private network (10…, 172.16–31…, 192.168…), with a port from 9100 to 9109 if need be.',
  },
  'printer-none': {
    what: 'The office has entered no printer for this till.',
    next: 'Let the office enter its address, or print another way.',
  },
  'picture-invalid': {
    what: 'What was to be printed is no picture of a receipt.',
    next: 'Print again; if it stays, reload the till.',
  },
  'stall-unknown': {
    what: 'This stall is not known, or is not this device’s.',
    next: 'Choose a stall from the list, or enrol the device for it.',
  },
  'stall-code-taken': {
    what: 'Another stall has this number{code, select, none {} other { ({code})}}.',
    next: 'Choose another number.',
  },
  'vendor-unknown': { what: 'This vendor is not known.', next: 'Choose a vendor from the list.' },
  'tax-id-taken': { what: 'A company with this tax number is already here.', next: 'Open that company, or check the number.' },
  'person-suspended': { what: 'This person is suspended.', next: 'Ask the market office.' },
  'own-suspension': { what: 'Nobody suspends themselves.', next: 'Ask a colleague to do it.' },
  'already-suspended': { what: 'This is already suspended.', next: 'Nothing more to do; it can be reinstated.' },
  'not-suspended': { what: 'This is not suspended.', next: 'There is nothing to reinstate.' },
  'id-taken': { what: 'This was already added.', next: 'Look in the list before you add it again.' },
  'category-unknown': { what: 'This kind of goods is not known.', next: 'Choose one from the list.' },
  'weight-invalid': { what: 'The packed weight cannot be less than the net weight.', next: 'Check both weights.' },
  'amount-invalid': { what: 'This amount cannot be.', next: 'Type a number above zero in a currency from the list.' },
  'currency-twice': { what: 'One currency was counted twice.', next: 'Give each currency once.' },
  'currencies-mixed': {
    what: 'Goods with prices in different currencies cannot be on one receipt.',
    next: 'Make a sale per currency.',
  },
  'tender-over': {
    what: 'More was paid by card or QR than is due, and change is only given on cash.',
    next: 'Lower the card or QR amount{due, select, none {} other { (due: {due})}}.',
  },
  'refund-not-exact': {
    what: 'The money given back is not exactly what is owed{due, select, none {} other { ({due})}}.',
    next: 'Give back exactly that amount.',
  },
  'sale-id-twice': { what: 'The same sale stands twice in this payment.', next: 'Take one of them out.' },
  'till-session-closed': { what: 'This till session is already closed.', next: 'Open a new one to go on.' },
  // leases and receipts of tills without a network
  'lease-ended': { what: 'These goods are no longer held for this basket.', next: 'Begin a new basket.' },
  'receipt-unreadable': { what: 'This code is not a whole receipt.', next: 'Scan it again, flat and well lit.' },
  'receipt-not-genuine': {
    what: 'No till of this market signed this receipt.',
    next: 'Keep it and call a supervisor. Decide the goods as found.',
  },
};

export type RefusalWords = typeof refusals;
