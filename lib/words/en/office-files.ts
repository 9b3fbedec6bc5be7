/** What the office saves as files. */
export const officeFiles = {
  note: 'Sales, settlements, visits and the audit trail of the whole market, for a spreadsheet.',
  of: 'Of which days',
  title: 'Save as a file',
  titleNote:
    'Visits and times of day are on the clock of each side; the audit trail is on the clock chosen for this desk. Settlements are of whole months.',
  file: {
    takings: 'Takings of all stalls, by day',
    settlements: 'Settlements with all vendors',
    visits: 'Passes and visits',
    audit: 'Audit trail',
  },
  visit: {
    open: 'inside',
    presented: 'at the exit',
    closed: 'over',
  },
  column: {
    marketDay: 'Market day',
    vendor: 'Vendor',
    stall: 'Stall',
    side: 'Side',
    sales: 'Sales',
    amount: 'Amount',
    currency: 'Currency',
    month: 'Month',
    sum: 'Sum',
    pass: 'Pass',
    category: 'Kind of pass',
    nationality: 'Nationality',
    issued: 'Issued',
    gate: 'Gate',
    entered: 'Entered',
    closed: 'Ended',
    state: 'State',
    at: 'When',
    what: 'What',
    who: 'Who',
    person: 'Person',
    facts: 'Details',
    subject: 'Subject',
    hash: 'Hash',
  },
};

export type OfficeFilesWords = typeof officeFiles;
