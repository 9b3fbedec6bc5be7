import type { DeskWords } from '../en/desk.ts';

export const desk: DeskWords = {
  clock: 'گھڑی',
  clockOf: '{side} (\u2066UTC{offset}\u2069)',
  live: {
    connecting: 'رابطہ ہو رہا ہے…',
    live: 'براہِ راست، {time} تک',
    lost: 'دوبارہ رابطہ ہو رہا ہے… آخری خبر {time}',
  },
  chart: { asTable: 'جدول', asChart: 'خاکہ', asTableOf: 'جدول: {title}', asChartOf: 'خاکہ: {title}' },
  more: 'مزید دکھائیں',
  all: 'سب',
  acts: 'کام',
  choose: 'منتخب کریں…',
  missing: 'یہ خانہ بھریں۔',
  copied: 'نقل ہو گیا۔',
  nothing: 'کچھ نہیں ملا',
  nothingNote: 'تلاش بدلیں یا صاف کریں۔',
  reason: 'وجہ',
  reasonHint: 'آپ کے نام کے ساتھ ریکارڈ میں رہے گی۔ کم از کم تین حروف۔',
};
