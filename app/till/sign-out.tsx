'use client';
import { LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { useToast } from '../_ui/toast.tsx';
import { useStall } from './stall-context.tsx';
import { useAct } from './use-act.ts';

/** Leaves the till to somebody else; the drawer stays open and the basket stays on the counter. */
export function SignOut() {
  const t = useTranslations('till.session');
  const { reload } = useStall();
  const act = useAct();
  const say = useToast();
  const leave = async (): Promise<void> => {
    const answer = await act.run('operator-sessions/close', {});
    if (answer.kind === 'fault') say({ text: t('signOutFailed'), tone: 'bad' });
    await reload();
  };
  return (
    <Button onPress={() => void leave()} isPending={act.state !== 'idle'}>
      <LogOut aria-hidden size={22} />
      {t('signOut')}
    </Button>
  );
}
