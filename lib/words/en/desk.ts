export const desk = {
  clock: 'Clock',
  clockOf: '{side} (UTC{offset})',
  live: {
    connecting: 'Connecting…',
    live: 'Live, as of {time}',
    lost: 'Reconnecting… Last heard at {time}',
  },
  chart: {
    asTable: 'Table',
    asChart: 'Chart',
    asTableOf: 'Table: {title}',
    asChartOf: 'Chart: {title}',
  },
  statement: {
    rate: 'Commission now:',
    nothing: 'Nothing was sold this month.',
    heldByVendor: 'Taken at the stall, the vendor has it',
    heldByMarket: 'Taken for the market, the market has it',
    commission: 'Commission on all of it',
    broughtIn: 'Brought to the market’s bank',
    owedToVendor: 'The market owes the vendor',
    owedByVendor: 'The vendor owes the market',
  },
  more: 'Show more',
  all: 'All',
  acts: 'Acts',
  choose: 'Choose…',
  missing: 'Please fill this in.',
  copied: 'Copied.',
  nothing: 'Nothing found',
  nothingNote: 'Change the search, or clear it.',
  reason: 'Reason',
  reasonHint: 'Stays on record with your name. At least three letters.',
};

export type DeskWords = typeof desk;
