'use client';
import { Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { LinkView } from '#lib/traveller/link-view.ts';
import { LinkDialog, type LinkOutcome } from '../_persons/link-dialog.tsx';
import { Button } from '../_ui/button.tsx';
import { askGate } from './call-gate.ts';
import { Trouble, type TroubleView, troubleOf } from './trouble.tsx';
import { useAct } from './use-act.ts';

type Props = { readonly pass: string; readonly offsetMinutes: number | undefined; readonly onDecided: () => void };

/** Says that the holder of this pass may be somebody the market knows already, and lets the officer decide it. */
export function LinkNotice({ pass, offsetMinutes, onDecided }: Props) {
  const t = useTranslations('persons.link');
  const [links, setLinks] = useState<readonly LinkView[]>([]);
  const [open, setOpen] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<TroubleView | null>(null);
  const { busy, run } = useAct();
  const shown = links.find(({ id }) => id === open);
  const proposed = links.filter(({ state }) => state === 'proposed');
  // One question at a time: the next stands here once this one is decided.
  const asked = links.filter((link) => link.state !== 'proposed' || link === proposed[0]);

  useEffect(() => {
    let stale = false;
    const ask = async (): Promise<void> => {
      const answer = await askGate<{ rows: readonly LinkView[] }>(`links?pass=${encodeURIComponent(pass)}`);
      if (!stale && answer.kind === 'done') setLinks(answer.body.rows);
    };
    void ask();
    return () => {
      stale = true;
    };
  }, [pass]);

  const decide = async (outcome: LinkOutcome, reason: string): Promise<void> => {
    const answer = await run<{ link: LinkView }>(`links/${open ?? ''}/decisions`, { outcome, reason });
    setTrouble(troubleOf(answer));
    if (answer.kind !== 'done') return;
    setLinks((before) => before.map((link) => (link.id === answer.body.link.id ? answer.body.link : link)));
    setOpen(null);
    onDecided();
  };
  return (
    <>
      {asked.map((link) => (
        <section
          key={link.id}
          aria-label={t('title')}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-box border-2 border-saffron bg-saffron-tint px-4 py-3"
        >
          <Users aria-hidden size="1.75em" className="shrink-0 text-saffron-ink" />
          <div role="status" className="min-w-64 flex-1">
            <p className="font-bold">{link.state === 'proposed' ? t('notice') : t(`done.${link.state}`)}</p>
            {link.state === 'proposed' && (
              <p>
                {t('noticeNote')} {proposed.length > 1 && t('noticeMore', { count: proposed.length - 1 })}
              </p>
            )}
          </div>
          <Button
            onPress={() => {
              setTrouble(null);
              setOpen(link.id);
            }}
          >
            {t('title')}
          </Button>
        </section>
      ))}
      {shown && (
        <LinkDialog
          link={shown}
          mayDecide
          offsetMinutes={offsetMinutes}
          busy={busy}
          trouble={<Trouble trouble={trouble} />}
          onDecide={(outcome, reason) => void decide(outcome, reason)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
