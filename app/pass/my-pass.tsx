'use client';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { faultWords } from '../_ui/fault.ts';
import { EmptyState } from '../_ui/surfaces.tsx';
import { PhoneFrame } from '../market/phone/phone-frame.tsx';
import { useMarket } from '../market/phone/use-market.ts';
import { OpenPass } from './open-pass.tsx';
import { PassPage } from './pass-page.tsx';
import { usePass } from './use-pass.ts';

/** The shopper's own phone: their pass, what it still allows and what they bought. */
export function MyPass() {
  const everywhere = useTranslations('everywhere');
  const { opened, open, close } = usePass();
  const market = useMarket();
  return (
    <PhoneFrame here="pass">
      {opened.kind === 'opening' && <p className="py-10 text-center text-soft">{everywhere('loading')}</p>}
      {(opened.kind === 'closed' || opened.kind === 'unknown') && (
        <OpenPass isUnknown={opened.kind === 'unknown'} onOpen={(text) => void open([text])} />
      )}
      {opened.kind === 'fault' && (
        <EmptyState
          title={everywhere('faults.title')}
          act={
            <Button look="primary" size="l" onPress={() => window.location.reload()}>
              {everywhere('tryAgain')}
            </Button>
          }
        >
          {everywhere(`faults.${faultWords(opened.status, 'shopper')}`)}
        </EmptyState>
      )}
      {opened.kind === 'open' && (
        <PassPage card={opened.card} market={market?.kind === 'done' ? market.body : null} onClose={close} />
      )}
    </PhoneFrame>
  );
}
