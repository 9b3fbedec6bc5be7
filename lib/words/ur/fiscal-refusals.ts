import type { FiscalRefusalWords } from '../en/fiscal-refusals.ts';

export const fiscalRefusals: FiscalRefusalWords = {
  'fiscal-shut': {
    what: 'یہاں مزید فروخت نہیں ہو سکتی: اس طرف کی مالیاتی دستاویزات {hours, plural, one {# گھنٹے} other {# گھنٹوں}} سے اندراج کی منتظر ہیں{count, plural, =0 {} other {، زیادہ سے زیادہ حد {count} گھنٹے ہے}}۔',
    next: 'بازار کے دفتر کو بلائیں۔ ٹیکس آپریٹر کا جواب آتے ہی دستاویزات خود درج ہو جائیں گی اور فروخت جاری رہے گی۔ جو بک چکا ہے وہ محفوظ ہے، اور خریدار باہر جا سکتے ہیں۔',
  },
  'fiscal-terms-invalid': {
    what: 'یہ اوقات آپس میں میل نہیں کھاتے۔',
    next: 'فروخت بند ہونے کا وقت انتباہ کے بعد ہو، اور انتباہ بروقت اندراج کی مہلت کے بعد۔',
  },
  'fiscal-adapter-unset': {
    what: 'سرور کو معلوم نہیں کہ {name} کی دستاویزات کہاں بھیجے۔',
    next: 'پہلے سرور چلانے والا پتہ مقرر کرے۔',
  },
  'fiscal-none-refused': {
    what: 'اس طرف کی کوئی دستاویز رد نہیں ہوئی۔',
    next: 'کچھ کرنے کی ضرورت نہیں۔',
  },
};
