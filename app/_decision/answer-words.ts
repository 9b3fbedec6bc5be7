import { useTranslations } from 'next-intl';
import type { SettingValue } from '#lib/law/pack.ts';

/** An answer to an open question, in words where it is yes or no. */
export function useAnswerWords(): (value: SettingValue) => string {
  const everywhere = useTranslations('everywhere');
  return (value) => (value === true ? everywhere('yes') : value === false ? everywhere('no') : `\u2066${value}\u2069`);
}
