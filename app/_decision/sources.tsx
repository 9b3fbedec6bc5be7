'use client';
import { useTranslations } from 'next-intl';
import type { LawPack } from '#lib/law/pack.ts';
import { Badge } from '../_ui/surfaces.tsx';

const TONES = { confirmed: 'good', secondary: 'plain', 'memory-unverified': 'attention' } as const;

export function Confidence({ of }: { readonly of: string }) {
  const t = useTranslations('decision.confidence');
  const known = of as keyof typeof TONES;
  return <Badge tone={TONES[known] ?? 'plain'}>{t.has(known) ? t(known) : of}</Badge>;
}

/** Where a rule is written: the title of each source, its page and its date. */
export function Sources({ pack, ids }: { readonly pack: LawPack; readonly ids: readonly string[] }) {
  return (
    <ul className="grid gap-0.5">
      {ids.map((id) => {
        const source = pack.sources.find((each) => each.id === id);
        return (
          <li key={id}>
            <bdi lang="en" dir="ltr">
              {source?.title ?? id}
            </bdi>
            {source && (
              <>
                {' · '}
                <bdi dir="ltr" className="break-all">
                  {source.page}
                </bdi>
                {' · '}
                <bdi dir="ltr">{source.date}</bdi>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
