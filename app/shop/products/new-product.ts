import { inStoreGtin, isGtin } from '#lib/catalogue/gtin.ts';
import type { Names } from '../../_ui/views.ts';
import { isNamed, trimmed } from './name-fields.tsx';

/** A product as it is typed: every figure still text. */
export type ProductDraft = {
  readonly stall: string;
  readonly gtin: string;
  readonly names: Names;
  readonly category: string;
  readonly hs: string;
  readonly price: string;
  readonly currency: string;
  readonly unit: 'piece' | 'kg';
  readonly netWeightG: string;
  readonly packedWeightG: string;
  readonly volumeMl: string;
  readonly strength: string;
  readonly pieces: string;
  readonly origin: string;
  readonly customsStatus: string;
  readonly onHand: string;
};

export const EMPTY_DRAFT: ProductDraft = {
  stall: '',
  gtin: '',
  names: {},
  category: '',
  hs: '',
  price: '',
  currency: '',
  unit: 'piece',
  netWeightG: '',
  packedWeightG: '',
  volumeMl: '0',
  strength: '0',
  pieces: '1',
  origin: '',
  customsStatus: 'bonded',
  onHand: '0',
};

/** Which sentence says what is wrong with a field: `missing` of the desk, or one of shop.add's own. */
export type DraftFault = 'missing' | 'gtinBad' | 'gtinLength' | 'hsBad' | 'wholeBad' | 'strengthBad';
export type DraftFaults = Readonly<Partial<Record<keyof ProductDraft, DraftFault>>>;

const WHOLE = ['netWeightG', 'packedWeightG', 'volumeMl', 'pieces'] as const;
const CHOSEN = ['stall', 'category', 'currency', 'origin', 'customsStatus'] as const;

const isWhole = (text: string): boolean => /^\d{1,8}$/.test(text);
const strengthPermille = (text: string): number => Math.round(Number(text.replace(',', '.')) * 10);

export function faultsOf(draft: ProductDraft): DraftFaults {
  const faults: Partial<Record<keyof ProductDraft, DraftFault>> = {};
  for (const field of WHOLE) if (!isWhole(draft[field])) faults[field] = 'wholeBad';
  for (const field of CHOSEN) if (draft[field] === '') faults[field] = 'missing';
  if (!/^(\d{8}|\d{12,14})$/.test(draft.gtin)) faults.gtin = 'gtinLength';
  else if (!isGtin(draft.gtin)) faults.gtin = 'gtinBad';
  if (!/^\d{4,10}$/.test(draft.hs)) faults.hs = 'hsBad';
  if (!/^\d{1,3}([.,]\d)?$/.test(draft.strength) || strengthPermille(draft.strength) > 1000) faults.strength = 'strengthBad';
  if (!/^\d{1,12}(\.\d{1,2})?$/.test(draft.price) || Number(draft.price) === 0) faults.price = 'missing';
  if (!/^\d{1,6}([.,]\d{1,3})?$/.test(draft.onHand)) faults.onHand = 'wholeBad';
  if (!isNamed(draft.names)) faults.names = 'missing';
  if (Number(draft.pieces) < 1) faults.pieces = 'wholeBad';
  return faults;
}

/** What the call takes, from a draft without faults. */
export function productOf({ hs, price, currency, strength, onHand, names, ...draft }: ProductDraft) {
  const shelf = onHand.replace(',', '.');
  return {
    ...draft,
    names: trimmed(names),
    hs: { scheme: 'HS', edition: '2022', digits: hs },
    price: { amount: price, currency },
    netWeightG: Number(draft.netWeightG),
    packedWeightG: Number(draft.packedWeightG),
    volumeMl: Number(draft.volumeMl),
    strengthPermille: strengthPermille(strength),
    pieces: Number(draft.pieces),
    ...(Number(shelf) > 0 ? { onHand: shelf } : {}),
  };
}

/** A number of the in-store range: it means something only inside this market. */
export const madeGtin = (): string => inStoreGtin(20, crypto.getRandomValues(new Uint32Array(1))[0]!);

/** What a product form's parts are given. */
export type DraftProps = {
  readonly draft: ProductDraft;
  readonly onChange: (changed: Partial<ProductDraft>) => void;
  /** What is wrong with a field in words, once the form was sent. */
  readonly fault: (field: keyof ProductDraft) => string | undefined;
};
