'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { placeOf } from '#lib/law/json-place.ts';
import { useMayAct } from '../../office-frame.tsx';
import type { DraftInHand } from './use-draft.ts';

/** The whole pack as text. A fault that was chosen is marked at its place. */
export function JsonEditor({ inHand: { text, type }, place }: { readonly inHand: DraftInHand; readonly place: string | null }) {
  const t = useTranslations('lawRoom.drafts');
  const mayAct = useMayAct();
  const area = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: marked when it is chosen, not again at every key
  useEffect(() => {
    const found = place === null ? undefined : placeOf(text, place);
    if (area.current === null || found === undefined) return;
    area.current.focus();
    area.current.setSelectionRange(found.start, found.end);
    const line = text.slice(0, found.start).split('\n').length;
    area.current.scrollTop = (area.current.scrollHeight * (line - 4)) / text.split('\n').length;
  }, [place]);
  return (
    <TextField value={text} onChange={type} isReadOnly={!mayAct} className="grid gap-1.5">
      <Label className="font-semibold">{t('json')}</Label>
      <TextArea
        ref={area}
        dir="ltr"
        lang="en"
        spellCheck={false}
        rows={28}
        className="num w-full rounded-box border-2 border-edge bg-surface px-4 py-3 text-start text-s leading-relaxed focus:border-teal focus:outline-3 focus:outline-teal focus:outline-offset-2"
      />
    </TextField>
  );
}
