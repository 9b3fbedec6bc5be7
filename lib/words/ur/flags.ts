import type { FlagWords } from '../en/flags.ts';

/** What somebody should look at in a sale that a till made without a network: it is a fact, and refused no more. */
export const flags: FlagWords = {
  'own-pass': { what: 'بیچنے والے نے اپنے ہی پاس پر فروخت کی۔', next: 'اسٹال کے مالک سے کہیں کہ دیکھے کیا بیچا گیا۔' },
  'sold-before-exit': {
    what: 'یہ فروخت خریدار کے نکل جانے کے بعد پہنچی۔',
    next: 'اخراج کا فیصلہ دوبارہ ہوا ہے۔ دیکھیں کہ اب کتنا واجب ہے۔',
  },
  'offline-not-allowed': {
    what: 'یہاں کاؤنٹر نیٹ ورک اور پیشگی حصے کے بغیر فروخت نہیں کر سکتے۔',
    next: 'اسٹال سے وجہ پوچھیں اور دیکھیں کہ کیا بیچا گیا۔',
  },
  'above-offline-floor': {
    what: 'یہ فروخت{due, select, none {} other { ({due})}} اس حد سے زیادہ ہے جو کاؤنٹر نیٹ ورک کے بغیر بیچ سکتا ہے{available, select, none {} other { ({available})}}۔',
    next: 'دیکھیں کہ کیا بیچا گیا۔',
  },
  'clock-not-proven': {
    what: 'فروخت کا وقت صرف کاؤنٹر کی اپنی گھڑی سے معلوم ہے{at, select, none {} other {: {at}}}۔',
    next: 'اسے رسید سے ملائیں۔',
  },
  'clock-wrong': {
    what: 'کاؤنٹر کی گھڑی نے ناممکن وقت بتایا{at, select, none {} other {: {at}}}۔',
    next: 'ٹیبلٹ کی گھڑی درست کریں۔ فروخت قریب ترین ممکن وقت پر شمار ہوئی۔',
  },
  'price-moved': {
    what: 'شیلف کی قیمت{due, select, none {} other { ({due})}} اور لی گئی رقم{paid, select, none {} other { ({paid})}} الگ ہیں۔',
    next: 'اگر قیمت نیٹ ورک کے بغیر ہونے کے دوران بدلی تو کچھ نہ کریں۔',
  },
  'change-differs': {
    what: 'دی گئی ریزگاری{amount, select, none {} other { ({amount})}} دن کے نرخ کے مطابق نہیں۔',
    next: 'دراز گنیں؛ کاؤنٹر کا نرخ پرانا ہو سکتا ہے۔',
  },
  'drawer-closed': {
    what: 'جس دراز میں یہ رقم گئی وہ فروخت پہنچنے سے پہلے بند ہو چکی تھی۔',
    next: 'رقم اس دن کی گنتی میں تلاش کریں اور الگ درج کریں۔',
  },
  'offline-number-taken': {
    what: 'یہی نمبر ایک اور رسید پر ہے{code, select, none {} other { ({code})}}۔',
    next: 'ٹیبلٹ کا دوبارہ اندراج کریں: ہو سکتا ہے دو کا ذخیرہ ایک ہو۔',
  },
  'lease-recalled': {
    what: 'مال اس کاؤنٹر کے لیے روکا گیا تھا، مگر فروخت پہنچنے سے پہلے واپس لے لیا گیا۔',
    next: 'دیکھیں کس نے واپس لیا اور کیا دو بار بکا۔',
  },
  'discount-needs-approval': {
    what: 'رعایت{amount, select, none {} other { ({amount})}} اس سے زیادہ ہے جو کیشیئر خود دے سکتا ہے{percent, select, none {} other { ({percent})}}۔',
    next: 'مالک سے پن لکھنے کو کہیں، یا رعایت کم کریں۔',
  },
  'discount-too-large': {
    what: 'رعایت{amount, select, none {} other { ({amount})}} قیمت سے زیادہ ہے{due, select, none {} other { ({due})}}۔',
    next: 'مال کی قیمت سے زیادہ کم نہ کریں۔',
  },
};
