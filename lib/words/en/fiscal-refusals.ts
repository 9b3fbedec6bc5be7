/** Why a side whose documents wait too long sells no more, and what the office is refused about them. */
export const fiscalRefusals = {
  'fiscal-shut': {
    what: 'Nothing more can be sold, voided or refunded here: fiscal documents of this side have waited {hours, plural, one {# hour} other {# hours}} to be registered{count, plural, =0 {} other {, and {count} is the most}}.',
    next: 'Call the market office. Once the tax operator answers, the documents register by themselves and selling goes on. Nothing already sold is lost, and shoppers may leave.',
  },
  'fiscal-terms-invalid': {
    what: 'These times do not fit together.',
    next: 'The till has to shut later than it warns, and it warns later than a document is on time.',
  },
  'fiscal-adapter-unset': {
    what: 'This server does not know where to send documents for {name}.',
    next: 'Whoever runs the server sets the address first.',
  },
  'fiscal-none-refused': {
    what: 'No document of this side is turned down.',
    next: 'Nothing to do.',
  },
};

export type FiscalRefusalWords = typeof fiscalRefusals;
