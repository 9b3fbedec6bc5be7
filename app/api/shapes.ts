import { z } from 'zod';
import { DOCUMENT_STATES, DOCUMENT_TYPES } from '#lib/fiscal/fiscal-document.ts';
import { decisionSchema } from '#lib/law/decision-schema.ts';
import { DISCOUNT_REASONS } from '#lib/sale/discount.ts';

/** What the calls answer. The API tests hold every answer against these, and the OpenAPI document is made from them. */
export const Amount = z.strictObject({
  amount: z.string().regex(/^-?\d+(\.\d{1,2})?$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export const Names = z.record(z.string(), z.string());
export const Instant = z.iso.datetime({ offset: true });

export const Rate = z.strictObject({
  base: z.string(),
  quote: z.string(),
  scaled: z.int(),
  date: z.string(),
  source: z.string(),
});

export const Decision = decisionSchema.meta({ id: 'Decision' });

const VisitCard = z.strictObject({
  id: z.string(),
  state: z.enum(['open', 'presented', 'closed']),
  enteredAt: Instant,
  side: z.string(),
});

export const PassCard = z
  .strictObject({
    id: z.string(),
    code: z.string(),
    qr: z.string(),
    category: z.string(),
    side: z.string(),
    gate: z.string(),
    state: z.enum(['issued', 'in-force', 'spent', 'revoked', 'expired', 'replaced']),
    validFrom: Instant,
    validUntil: Instant,
    traveller: z.strictObject({
      initials: z.string(),
      nationality: z.string(),
      residence: z.string(),
      ageClass: z.enum(['child', 'minor', 'adult']),
    }),
    party: z.string().nullable(),
    guardian: z.boolean(),
    visit: VisitCard.nullable(),
  })
  .meta({ id: 'PassCard' });

/** What somebody should look at in a sale that is a fact already. */
export const Flag = z.strictObject({
  reason: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

const FiscalDocument = z
  .strictObject({
    type: z.enum(DOCUMENT_TYPES),
    state: z.enum(DOCUMENT_STATES),
    register: z.string(),
    shift: z.int(),
    number: z.int(),
    total: Amount,
    autonomousSign: z.string(),
    sign: z.string().nullable(),
    operatorNumber: z.string().nullable(),
    link: z.string().nullable(),
  })
  .meta({ id: 'FiscalDocument' });

const Tenders = z.array(
  z.strictObject({ kind: z.enum(['cash', 'card', 'qr']), amount: Amount, reference: z.string().nullable() }),
);

export const Receipt = z
  .strictObject({
    id: z.string(),
    number: z.string(),
    stall: z.strictObject({ id: z.string(), code: z.string(), name: z.string(), side: z.string() }),
    seller: z.strictObject({ name: z.string(), taxId: z.string() }),
    occurredAt: Instant,
    recordedAt: Instant,
    pass: z.strictObject({ code: z.string() }),
    operator: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    lines: z.array(
      z.strictObject({
        line: z.int(),
        product: z.string(),
        names: Names,
        quantity: z.string(),
        refundedQuantity: z.string(),
        unitPrice: Amount,
        price: Amount,
        listPrice: Amount.optional(),
        note: z.string().optional(),
        fate: z.string(),
      }),
    ),
    total: Amount,
    discounts: z
      .array(
        z.strictObject({
          line: z.int().nullable(),
          reason: z.enum(DISCOUNT_REASONS),
          note: z.string().nullable(),
          percent: z.string().nullable(),
          amount: Amount,
          approvedBy: z.string().nullable(),
        }),
      )
      .optional(),
    tenders: Tenders,
    change: Amount,
    rounding: Amount,
    decision: Decision,
    decisionCode: z.string(),
    state: z.enum(['sold', 'voided', 'refunded', 'part-refunded']),
    exchange: z
      .strictObject({
        sale: z.string(),
        number: z.string(),
        lines: z.array(z.strictObject({ names: Names, quantity: z.string(), amount: Amount })),
        total: Amount,
        credit: Amount,
        tenders: Tenders,
        rounding: Amount,
      })
      .optional(),
    exchangedFor: z.array(z.string()).optional(),
    flags: z.array(Flag).optional(),
    fiscal: z.array(FiscalDocument).optional(),
  })
  .meta({ id: 'Receipt' });

export const ExitCase = z
  .strictObject({
    id: z.string(),
    visit: z.string(),
    state: z.enum(['presented', 'settled', 'unsettled', 'withdrawn']),
    gate: z.string(),
    exitSide: z.string(),
    entrySide: z.string(),
    presentedAt: Instant,
    settlement: z.enum(['green', 'amber', 'red']),
    pass: PassCard,
    decision: Decision,
    declared: z.array(
      z.strictObject({
        id: z.string(),
        source: z.enum(['sale', 'brought-in', 'party', 'elsewhere', 'found']),
        stall: z.string().nullable(),
        names: Names,
        category: z.string(),
        quantity: z.string(),
        value: Amount,
        weightG: z.int(),
        volumeMl: z.int(),
        pieces: z.int(),
        fate: z.string(),
        resolved: z.boolean(),
        forbidden: z.boolean(),
      }),
    ),
    duty: Amount.nullable(),
    choices: z.array(
      z.strictObject({
        rule: z.string(),
        period: z.string(),
        isSaved: z.boolean(),
        using: Amount.nullable(),
        saving: Amount.nullable(),
      }),
    ),
    stalls: z.int(),
    goods: z.int(),
    tillsNotHeardFrom: z.array(z.strictObject({ stall: z.string(), since: Instant })),
  })
  .meta({ id: 'ExitCase' });

const LinkedTraveller = z.strictObject({
  initials: z.string(),
  nationality: z.string(),
  residence: z.string(),
  ageYears: z.int().nullable(),
  documents: z.array(z.strictObject({ type: z.string(), issuer: z.string() })),
  knownSince: Instant,
  isInside: z.boolean(),
});

export const Link = z
  .strictObject({
    id: z.string(),
    state: z.enum(['proposed', 'linked', 'separated']),
    proposedAt: Instant,
    earlier: LinkedTraveller,
    later: LinkedTraveller,
    decision: z.strictObject({ reason: z.string(), decidedAt: Instant, decidedBy: z.string() }).nullable(),
  })
  .meta({ id: 'Link' });

export const Product = z
  .strictObject({
    id: z.string(),
    gtin: z.string(),
    names: Names,
    category: z.string(),
    hs: z.strictObject({ scheme: z.string(), edition: z.string(), digits: z.string() }),
    price: Amount,
    netWeightG: z.int(),
    packedWeightG: z.int(),
    volumeMl: z.int(),
    strengthPermille: z.int(),
    pieces: z.int(),
    unit: z.enum(['piece', 'kg']),
    origin: z.string(),
    customsStatus: z.string(),
    stall: z.string(),
    stallCode: z.string(),
    vendor: z.string(),
    onHand: z.string(),
  })
  .meta({ id: 'Product' });

const PackWords = z.strictObject({ en: z.string(), zh: z.string(), ru: z.string(), kk: z.string(), ur: z.string() });
export const Operator = z.strictObject({ id: z.string(), name: z.string(), role: z.string() });
export const Device = z.strictObject({ id: z.string(), name: z.string(), code: z.string(), role: z.string() });

export const ScaleCode = z.strictObject({
  prefix: z.string(),
  itemDigits: z.int(),
  hasPriceCheck: z.boolean(),
  holds: z.enum(['weight', 'price']),
  valueDigits: z.int(),
  decimals: z.int(),
});

export const Market = z
  .strictObject({
    market: z.strictObject({ id: z.string(), name: z.string(), names: PackWords }),
    device: z.strictObject({ kind: z.string(), gate: z.string().nullable(), stall: z.string().nullable() }).nullable(),
    pack: z.strictObject({ hash: z.string(), id: z.string(), version: z.int() }),
    packs: z.array(z.strictObject({ hash: z.string(), effectiveFrom: z.string() })),
    serverTime: Instant,
    sides: z.array(
      z.strictObject({
        code: z.string(),
        names: PackWords,
        country: z.string(),
        currency: z.string(),
        languages: z.array(z.string()),
        today: z.string(),
        offsetMinutes: z.int(),
      }),
    ),
    gates: z.array(z.strictObject({ code: z.string(), side: z.string(), name: z.string() })),
    stalls: z.array(
      z.strictObject({
        id: z.string(),
        code: z.string(),
        name: z.string(),
        side: z.string(),
        vendor: z.strictObject({ id: z.string(), name: z.string() }),
      }),
    ),
    currencies: z.array(z.string()),
    cash: z.array(z.strictObject({ currency: z.string(), minor: z.int() })),
    scaleCodes: z.array(z.strictObject({ side: z.string(), codes: z.array(ScaleCode) })),
    categories: z.array(z.strictObject({ id: z.string(), parent: z.string().nullable(), names: PackWords })),
    rules: z.array(
      z.strictObject({
        id: z.string(),
        side: z.string(),
        names: PackWords,
        sentences: PackWords,
        confidence: z.string(),
        sources: z.array(z.string()),
        parts: z.array(PackWords.nullable()),
      }),
    ),
    entry: z.strictObject({ minorUnder: z.int(), stayDays: z.int() }),
    tillRates: z.array(Rate),
    lawRates: z.array(Rate),
  })
  .meta({ id: 'Market' });

/** One row of the audit trail. */
export const AuditRecord = z.strictObject({
  id: z.string(),
  actor: z.string(),
  operator: z.string().nullable(),
  kind: z.string(),
  subject: z.string(),
  facts: z.record(z.string(), z.unknown()),
  recordedAt: Instant,
  hash: z.string(),
});
