'use client';
import { CloudUpload, HardDrive, TriangleAlert, WifiOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { useStall } from './stall-context.tsx';
import { usePersistence } from './use-persistence.ts';

/** Whether the market hears this till, and if not why; what it does not have yet; and whether this tablet may lose what it keeps. */
export function LinkStatus({ onUnsent }: { readonly onUnsent: () => void }) {
  const t = useTranslations('till.bar');
  const w = useTranslations('offline.link');
  const { link, outbox } = useStall();
  const isPersistent = usePersistence();
  const unsent = outbox.waiting.length + outbox.aside.length;
  return (
    <>
      <p role="status" className="mx-3 flex shrink-0 items-center gap-2 text-s">
        {link === 'online' ? (
          <>
            <span aria-hidden className="size-2.5 rounded-full bg-teal" />
            {t('online')}
          </>
        ) : (
          <b className="flex items-center gap-2 rounded-full bg-saffron-tint px-3 py-1 text-saffron-ink">
            <WifiOff aria-hidden size={18} />
            {w(`${link}.name`)}
          </b>
        )}
      </p>
      {unsent > 0 && (
        <Button className="shrink-0 whitespace-nowrap border-saffron! px-3! text-saffron-ink!" onPress={onUnsent}>
          {outbox.aside.length > 0 ? <TriangleAlert aria-hidden size={22} /> : <CloudUpload aria-hidden size={22} />}
          {w('unsent', { count: unsent })}
        </Button>
      )}
      {isPersistent === false && (
        <Button look="quiet" className="shrink-0 px-3! text-saffron-ink!" onPress={onUnsent} aria-label={w('notKept')}>
          <HardDrive aria-hidden size={22} />
        </Button>
      )}
    </>
  );
}
