'use client';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { PageHeader } from '../_ui/surfaces.tsx';
import { Tabs } from '../_ui/tabs.tsx';
import { CorrectRecord } from './correct-record.tsx';
import type { GateMarket } from './gate-views.ts';
import { ReplacePass } from './replace-pass.tsx';
import { RevokePass } from './revoke-pass.tsx';

/** What an officer does with a pass besides letting it through. */
export function ToolsPage({ market, onBack }: { readonly market: GateMarket; readonly onBack: () => void }) {
  const t = useTranslations('gate.tools');
  const everywhere = useTranslations('everywhere');
  return (
    <div className="mx-auto grid w-full max-w-4xl gap-5">
      <PageHeader title={t('title')} acts={<Button onPress={onBack}>{everywhere('back')}</Button>} />
      <Tabs
        label={t('title')}
        tabs={[
          { id: 'replace', name: t('replace'), panel: <ReplacePass /> },
          { id: 'correct', name: t('correct'), panel: <CorrectRecord market={market} /> },
          { id: 'revoke', name: t('revoke'), panel: <RevokePass /> },
        ]}
      />
    </div>
  );
}
