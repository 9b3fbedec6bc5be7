'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { displayCode } from '#lib/pass/short-code.ts';
import { AllowanceMeter } from '../_ui/allowance-meter.tsx';
import { ruleNamesIn } from '../_ui/names.ts';
import { ScrollArea } from '../_ui/scroll-area.tsx';
import { Badge, Panel } from '../_ui/surfaces.tsx';
import { CloseActs } from './close-acts.tsx';
import { DeclaredLines } from './declared-lines.tsx';
import { dutyInSideMoney } from './duty.ts';
import { ExitBanner } from './exit-banner.tsx';
import { ExitChoices } from './exit-choices.tsx';
import type { ExitView, GateMarket } from './gate-views.ts';
import { LinkNotice } from './link-notice.tsx';
import { WhyDialog } from './why-dialog.tsx';

type Props = {
  readonly exit: ExitView;
  readonly isResumed: boolean;
  readonly market: GateMarket;
  readonly onExit: (exit: ExitView) => void;
  /** The officer decided who this is: the case has another answer. */
  readonly onLinked: () => void;
  readonly onAside: () => void;
};

/** Everything about one traveller leaving: the answer, the goods behind it, and the ways to end it. */
export function ExitCase({ exit, isResumed, market, onExit, onLinked, onAside }: Props) {
  const t = useTranslations('gate');
  const language = useLocale();
  const [showsWhy, setShowsWhy] = useState(false);
  const isOpen = exit.state === 'presented';
  const offsetMinutes = market.sides.find(({ code }) => code === exit.exitSide)?.offsetMinutes;
  const names = ruleNamesIn(market.rules, language);
  return (
    <div className="grid content-start items-start gap-4 lg:grid-cols-[1fr_25rem]">
      <div className="grid min-w-0 gap-4">
        {isResumed && isOpen && <p className="rounded-box bg-teal-tint px-4 py-2">{t('exit.resume')}</p>}
        <LinkNotice pass={exit.pass.id} offsetMinutes={offsetMinutes} onDecided={onLinked} />
        <ExitBanner exit={exit} market={market} onWhy={() => setShowsWhy(true)} />
        {isOpen && <ExitChoices exit={exit} market={market} onExit={onExit} />}
        <DeclaredLines exit={exit} market={market} onExit={onExit} />
      </div>
      <aside className="grid gap-4 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-6rem)] lg:grid-rows-[minmax(0,1fr)_auto]">
        <ScrollArea label={displayCode(exit.pass.code)} className="overflow-auto">
          <Panel
            title={
              <bdi dir="ltr" className="num">
                {displayCode(exit.pass.code)}
              </bdi>
            }
            aside={
              <Badge>
                <bdi dir="ltr">{exit.pass.traveller.initials}</bdi>
              </Badge>
            }
          >
            <AllowanceMeter decision={exit.decision} names={names} dutyInTill={dutyInSideMoney(exit, market)} />
          </Panel>
        </ScrollArea>
        {isOpen && <CloseActs exit={exit} onExit={onExit} onAside={onAside} />}
      </aside>
      {showsWhy && <WhyDialog exit={exit} market={market} onClose={() => setShowsWhy(false)} />}
    </div>
  );
}
