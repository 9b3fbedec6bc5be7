'use client';
import { useTranslations } from 'next-intl';
import { Button } from './_ui/button.tsx';
import { EmptyState } from './_ui/surfaces.tsx';

export default function Broken({ reset }: { readonly reset: () => void }) {
  const t = useTranslations('everywhere');
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        title={t('error.title')}
        act={
          <Button look="primary" size="l" onPress={reset}>
            {t('tryAgain')}
          </Button>
        }
      >
        {t('error.note')}
      </EmptyState>
    </main>
  );
}
