'use client';
import { useTranslations } from 'next-intl';
import { useNumber } from '../../../_desk/number-text.tsx';

export type ImportView = {
  readonly id: string;
  readonly added: number;
  readonly changed: number;
  readonly done: number;
  readonly startedAt: string;
  readonly endedAt: string | null;
};

/** How far the last file is; it stays until another is chosen. */
export function ImportProgress({ last }: { readonly last: ImportView | undefined }) {
  const t = useTranslations('shop.catalogue');
  const number = useNumber();
  if (last === undefined) return null;
  const total = last.added + last.changed;
  if (last.endedAt !== null)
    return (
      <p role="status" className="rounded-lg border-green border-s-[5px] bg-green-tint px-4 py-3 font-semibold">
        {t('done', { added: number(last.added), changed: number(last.changed) })}
      </p>
    );
  return (
    <div role="status" className="grid gap-2 rounded-box border border-line bg-surface p-4">
      <p className="font-semibold">{t('writing', { done: number(last.done), total: number(total) })}</p>
      <progress className="h-2.5 w-full accent-teal" max={total} value={last.done} aria-label={t('title')} />
    </div>
  );
}
