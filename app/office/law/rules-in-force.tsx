'use client';
import { useTranslations } from 'next-intl';
import type { LawPack } from '#lib/law/pack.ts';
import { useSideName } from '../../_desk/clock.tsx';
import { useRead } from '../../_desk/use-read.ts';
import { Badge } from '../../_ui/surfaces.tsx';
import type { LawNow } from './law-views.ts';
import { RuleCard } from './rule-card.tsx';

/** The law in force, side by side: every rule in words. For some hours one side may have the next pack and the other not. */
export function RulesInForce({ law }: { readonly law: LawNow }) {
  return (
    <div className="grid gap-8">
      {law.sides.map(({ side, hash }) =>
        hash === law.hash ? (
          <SideRules key={side} side={side} pack={law.pack} />
        ) : (
          <OtherPack key={side} side={side} hash={hash} />
        ),
      )}
    </div>
  );
}

function OtherPack({ side, hash }: { readonly side: string; readonly hash: string }) {
  const { body } = useRead<{ readonly pack: LawPack }>(`law/packs/${hash}`);
  return body && <SideRules side={side} pack={body.pack} />;
}

function SideRules({ side, pack }: { readonly side: string; readonly pack: LawPack }) {
  const t = useTranslations('lawRoom');
  const sideName = useSideName();
  const rules = pack.rules.filter((rule) => rule.side === side);
  return (
    <section aria-label={sideName(side)} className="grid gap-3">
      <h2 className="flex flex-wrap items-center gap-3 font-bold text-l">
        {sideName(side)} <Badge>{t('rule.rules', { count: rules.length })}</Badge>
      </h2>
      {rules.map((rule) => (
        <RuleCard key={`${rule.id}${rule.from}`} pack={pack} rule={rule} />
      ))}
    </section>
  );
}
