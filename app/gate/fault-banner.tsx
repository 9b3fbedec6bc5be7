'use client';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { faultWords } from '../_ui/fault.ts';
import { EmptyState } from '../_ui/surfaces.tsx';

/** No answer. Trying again sends the same act, so that nobody comes in twice. */
export function FaultBanner({ status, onAgain }: { readonly status: number; readonly onAgain: () => void }) {
  const everywhere = useTranslations('everywhere');
  return (
    <div role="alert" className="m-auto">
      <EmptyState
        title={everywhere('faults.title')}
        act={
          <Button look="primary" size="l" onPress={onAgain}>
            {everywhere('tryAgain')}
          </Button>
        }
      >
        {everywhere(`faults.${faultWords(status)}`)}
      </EmptyState>
    </div>
  );
}
