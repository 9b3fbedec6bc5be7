'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { displayCode } from '#lib/pass/short-code.ts';
import { Button } from '../_ui/button.tsx';
import { DateText } from '../_ui/figures.tsx';
import { Badge, Panel } from '../_ui/surfaces.tsx';
import { tellGate } from './call-gate.ts';
import { NewPass } from './new-pass.tsx';
import { type DocumentShown, ShowDocument } from './show-document.tsx';
import { Trouble, type TroubleView, troubleOf } from './trouble.tsx';
import { useAct } from './use-act.ts';

type Found = { readonly document: DocumentShown; readonly passes: readonly PassCard[] };

/** A lost pass: the document finds the passes of its holder, and the one in use gets a successor. */
export function ReplacePass() {
  const t = useTranslations('gate.tools');
  const [found, setFound] = useState<Found | null>(null);
  const [replaced, setReplaced] = useState<PassCard | null>(null);
  const [trouble, setTrouble] = useState<TroubleView | null>(null);
  const [isFinding, setIsFinding] = useState(false);
  const { busy, run } = useAct();

  const find = async (document: DocumentShown): Promise<void> => {
    setIsFinding(true);
    const answer = await tellGate<{ passes: readonly PassCard[] }>('pass-searches', { document });
    setIsFinding(false);
    setTrouble(troubleOf(answer));
    setFound(answer.kind === 'done' ? { document, passes: answer.body.passes } : null);
  };
  const replace = async (pass: PassCard): Promise<void> => {
    const answer = await run<{ pass: PassCard }>(`passes/${pass.id}/replacements`, { document: found?.document });
    setTrouble(troubleOf(answer));
    if (answer.kind === 'done') setReplaced(answer.body.pass);
  };

  if (replaced) return <NewPass pass={replaced} />;
  return (
    <div className="grid gap-4">
      <Trouble trouble={trouble} />
      <ShowDocument busy={isFinding} onShow={(document) => void find(document)} />
      {found && (
        <Panel title={t('found')}>
          {found.passes.length === 0 && <p role="status">{t('none')}</p>}
          <ul className="grid">
            {found.passes.map((pass) => (
              <li key={pass.id} className="flex flex-wrap items-center gap-4 border-line border-b py-2 last:border-0">
                <b className="num">
                  <bdi dir="ltr">{displayCode(pass.code)}</bdi>
                </b>
                <Badge tone={isReplaceable(pass) ? 'good' : 'plain'}>{t(`states.${pass.state}`)}</Badge>
                <span className="flex-1 text-soft">
                  <DateText at={pass.validFrom} />
                </span>
                {isReplaceable(pass) && (
                  <Button
                    look="primary"
                    isPending={busy}
                    aria-label={t('replaceOne', { code: displayCode(pass.code) })}
                    onPress={() => void replace(pass)}
                  >
                    {t('replaceAct')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {found.passes.length > 0 && !found.passes.some(isReplaceable) && <p role="status">{t('noReplace')}</p>}
        </Panel>
      )}
    </div>
  );
}

const isReplaceable = ({ state }: PassCard): boolean => state === 'issued' || state === 'in-force';
