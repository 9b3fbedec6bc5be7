'use client';
import { useTranslations } from 'next-intl';
import { PassQr } from '../_ui/pass-qr.tsx';

/** What the largest QR code holds beside room to mend a tenth of it. */
const LONGEST = 3391;

/** The sale itself, to be scanned by a gate or an office that this till cannot reach. */
export function SaleCode({ text, size }: { readonly text: string; readonly size: string }) {
  const t = useTranslations('offline.sale');
  return text.length > LONGEST ? <p>{t('tooLong')}</p> : <PassQr text={text} label={t('code')} size={size} />;
}
