'use client';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { checkPack } from '#lib/law/check-pack.ts';
import type { PackFault } from '#lib/law/fault.ts';
import { brokenAt, type LineColumn } from '#lib/law/json-break.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { useRead } from '../../../_desk/use-read.ts';
import type { Draft } from '../law-views.ts';

type Body = Readonly<Record<string, unknown>>;

export type DraftInHand = {
  readonly draft: Draft | undefined;
  readonly fault: number | null;
  readonly reload: () => void;
  /** The newest saving that is edited here. */
  readonly number: number;
  readonly body: Body;
  readonly text: string;
  /** Where the text stops being JSON. */
  readonly broken: LineColumn | null;
  readonly faults: readonly PackFault[];
  /** As the engine reads it, while it does. */
  readonly pack: LawPack | undefined;
  readonly isChanged: boolean;
  readonly edit: (body: Body) => void;
  readonly type: (text: string) => void;
};

/** A draft in somebody's hands: the form and the text are two views of one document, checked as it changes. */
export function useDraft(id: string): DraftInHand {
  const { body: read, fault, reload } = useRead<{ readonly draft: Draft }>(`law/drafts/${id}`);
  const draft = read?.draft;
  const number = draft?.versions[0]?.number ?? 0;
  const saved = useMemo(() => draft?.body ?? {}, [draft?.body]);
  const [body, setBody] = useState<Body>({});
  const [text, setText] = useState('');
  const [broken, setBroken] = useState<LineColumn | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another saving replaces what is in hand, not each answer
  useEffect(() => {
    setBody(saved);
    setText(JSON.stringify(saved, null, 2));
    setBroken(null);
  }, [number]);

  const deferred = useDeferredValue(body);
  const checked = useMemo(() => (Object.keys(deferred).length === 0 ? undefined : checkPack(deferred)), [deferred]);
  return {
    draft,
    fault,
    reload,
    number,
    body,
    text,
    broken,
    faults: checked && 'faults' in checked ? checked.faults : [],
    pack: checked && 'pack' in checked ? checked.pack : undefined,
    isChanged: broken !== null || (number > 0 && JSON.stringify(body) !== JSON.stringify(saved)),
    edit(changed) {
      setBody(changed);
      setText(JSON.stringify(changed, null, 2));
      setBroken(null);
    },
    type(typed) {
      setText(typed);
      const stop = brokenAt(typed);
      setBroken(stop ?? null);
      if (stop === undefined) setBody(JSON.parse(typed) as Body);
    },
  };
}
