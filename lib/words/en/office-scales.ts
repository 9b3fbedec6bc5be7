/** Barcode layouts of scales, as the office sets them. */
export const officeScales = {
  note: 'How the scales of each side write a weight or a price into a barcode. Tills read labels by this.',
  side: 'Side',
  prefix: 'Begins with',
  holds: 'Holds',
  decimals: 'Digits after the point',
  layout: 'Layout',
  digits: 'Digits of the value',
  kinds: {
    weight: 'Weight, kg',
    price: 'Price',
    proven: 'Price with a check digit',
  },
  add: 'Add a layout',
  addNote:
    'Set it as the scale is set. Goods of such a label stand in the catalogue under the same number with noughts for the value.',
  layoutNote: 'N number of the goods, K kilograms, M money, c check of the price, C check digit of the whole',
  put: 'Add it',
  added: '{side}: labels that begin with {prefix} are read from now on.',
  remove: 'Remove',
  removeOne: 'Remove {prefix}, {side}',
  removeNote: 'Tills of this side then take such a label for an ordinary barcode. Sales already made stay as they are.',
  removed: '{side}: labels that begin with {prefix} are ordinary barcodes now.',
};

export type OfficeScalesWords = typeof officeScales;
