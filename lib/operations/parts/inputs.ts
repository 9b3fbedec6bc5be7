import { z } from 'zod';
import { FATES } from '#lib/exit/fate.ts';

export const CurrencyInput = z.string().regex(/^[A-Z]{3}$/);

/** A decimal amount with its ISO 4217 code, never negative. */
export const AmountInput = z.strictObject({
  amount: z.string().regex(/^\d{1,12}(\.\d{1,2})?$/),
  currency: CurrencyInput,
});

export const MonthInput = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** A decimal quantity in the product's unit. */
export const QuantityInput = z.string().regex(/^\d{1,6}(\.\d{1,3})?$/);

export const FateInput = z.enum(FATES);

export const TenderInput = z.strictObject({
  kind: z.enum(['cash', 'card', 'qr']),
  amount: AmountInput,
  reference: z.string().max(80).optional(),
});

/** What the code on a provisional receipt holds. */
export const ReceiptShown = z.string().min(1).max(6000);

export const PassShown = z.string().min(1).max(600);

/** A drink whose strength nobody has read counts as strong: the careful reading until an officer says otherwise. */
export const STRENGTH_UNKNOWN = 1000;
