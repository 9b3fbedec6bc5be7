'use client';
import { useLocale } from 'next-intl';
import { languageOf } from '#lib/words/languages.ts';
import { numberFormat } from '../_ui/formats.ts';

/** A count or a share in the reader's digits and grouping. */
export function useNumber(): (value: number, options?: Intl.NumberFormatOptions) => string {
  const { tag } = languageOf(useLocale());
  return (value, options) => numberFormat(tag, options).format(value);
}

export function NumberText({ value }: { readonly value: number }) {
  return <bdi dir="ltr">{useNumber()(value)}</bdi>;
}
