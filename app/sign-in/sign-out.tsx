'use client';
import { LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { signOut } from './session.ts';

/** Ends this browser's session. `to` is the page that the next sign-in goes back to. */
export function SignOut({ to, look = 'quiet' }: { readonly to: string; readonly look?: 'quiet' | 'primary' }) {
  const t = useTranslations('signIn');
  const [going, setGoing] = useState(false);
  return (
    <Button
      look={look}
      isPending={going}
      onPress={() => {
        setGoing(true);
        void signOut(to);
      }}
    >
      <LogOut aria-hidden size="1.2em" className="rtl:-scale-x-100" />
      {t('signOut')}
    </Button>
  );
}
