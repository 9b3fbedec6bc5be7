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
  statement: {
    rate: 'موجودہ کمیشن:',
    nothing: 'اس مہینے کچھ نہیں بکا۔',
    heldByVendor: 'اسٹال پر وصول، فروش کے پاس',
    heldByMarket: 'منڈی کے لیے وصول، منڈی کے پاس',
    commission: 'سب پر کمیشن',
    broughtIn: 'منڈی کے بینک میں جمع',
    owedToVendor: 'منڈی کے ذمے فروش کا',
    owedByVendor: 'فروش کے ذمے منڈی کا',
  },
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
