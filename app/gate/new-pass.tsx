'use client';
import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { createPortal } from 'react-dom';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { displayCode } from '#lib/pass/short-code.ts';
import { Button } from '../_ui/button.tsx';
import { PassQr } from '../_ui/pass-qr.tsx';
import { Panel } from '../_ui/surfaces.tsx';

/** The successor of a lost pass, on the screen and on paper. */
export function NewPass({ pass }: { readonly pass: PassCard }) {
  const t = useTranslations('gate.tools');
  const everywhere = useTranslations('everywhere');
  const code = (
    <bdi dir="ltr" className="num font-bold text-xl">
      {displayCode(pass.code)}
    </bdi>
  );
  return (
    <Panel>
      <div className="flex flex-wrap items-center gap-6" role="status">
        <PassQr text={pass.qr} label={t('done')} size="16rem" />
        <div className="grid justify-items-start gap-3">
          <h2 className="font-bold text-l">{t('done')}</h2>
          {code}
          <p className="max-w-sm">{t('doneNote')}</p>
          <Button look="primary" size="l" onPress={() => window.print()}>
            <Printer aria-hidden size="1.25em" />
            {everywhere('print')}
          </Button>
        </div>
      </div>
      {createPortal(
        <div className="on-paper">
          <PassQr text={pass.qr} label={t('done')} size="60mm" />
          {code}
        </div>,
        document.body,
      )}
    </Panel>
  );
}
