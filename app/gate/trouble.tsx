'use client';
import { useTranslations } from 'next-intl';
import type { Answer } from '../_ui/api.ts';
import { faultWords } from '../_ui/fault.ts';
import { Refusal } from '../_ui/refusal.tsx';
import type { RefusalView } from '../_ui/views.ts';

/** What came back instead of what was asked for. */
export type TroubleView =
  | { readonly kind: 'refused'; readonly refusals: readonly RefusalView[] }
  | { readonly kind: 'fault'; readonly status: number };

export const troubleOf = (answer: Answer<unknown>): TroubleView | null =>
  answer.kind === 'done'
    ? null
    : answer.kind === 'refused'
      ? { kind: 'refused', refusals: answer.refusals }
      : { kind: 'fault', status: answer.status };

/** A refusal or a fault, in words, inside a form or a dialog. */
export function Trouble({ trouble }: { readonly trouble: TroubleView | null }) {
  const everywhere = useTranslations('everywhere');
  if (trouble === null) return null;
  if (trouble.kind === 'refused') return <Refusal refusals={trouble.refusals} />;
  return (
    <div role="alert" className="grid gap-1 rounded-box border-2 border-red bg-red-tint p-4">
      <p className="font-bold">{everywhere('faults.title')}</p>
      <p>{everywhere(`faults.${faultWords(trouble.status)}`)}</p>
    </div>
  );
}
