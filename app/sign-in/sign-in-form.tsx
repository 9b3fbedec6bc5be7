'use client';
import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { TextField } from '../_ui/fields.tsx';
import { LanguageSwitch } from '../_ui/language-switch.tsx';
import { Logo } from '../_ui/logo.tsx';
import { signIn } from './session.ts';

/** A login and a password. The server decides where its owner goes: this page again, which sends each role to its own door. */
export function SignInForm({ to }: { readonly to: string }) {
  const t = useTranslations('signIn');
  const common = useTranslations('common');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [state, setState] = useState<'open' | 'missing' | 'working' | 'wrong' | 'offline'>('open');

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (login.trim() === '' || password === '') return setState('missing');
    setState('working');
    const answer = await signIn(login.trim(), password);
    if (answer === 'welcome') window.location.assign(`/sign-in?to=${encodeURIComponent(to)}`);
    else setState(answer);
  }

  const missing = (text: string) => (state === 'missing' && text.trim() === '' ? t('missing') : undefined);
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-md content-center gap-8 px-5 py-10">
      <header className="flex items-center justify-between gap-4">
        <a href="/" className="flex items-center gap-3 font-bold text-l" aria-label={t('doors')}>
          <Logo /> {common('product')}
        </a>
        <LanguageSwitch />
      </header>
      <form onSubmit={submit} noValidate className="grid gap-5 rounded-box border border-line bg-surface p-6">
        <div className="grid gap-1">
          <h1 className="font-bold text-xl leading-tight">{t('title')}</h1>
          <p className="text-soft">{t('note')}</p>
        </div>
        <TextField
          label={t('login')}
          name="login"
          dir="ltr"
          autoComplete="username"
          autoFocus
          value={login}
          onChange={setLogin}
          error={missing(login)}
        />
        <div className="grid grid-cols-[1fr_auto] items-end gap-2">
          <TextField
            label={t('password')}
            name="password"
            dir="ltr"
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            error={missing(password)}
          />
          <div className="mt-[calc(1lh+0.375rem)] self-start">
            <Button aria-label={t(shown ? 'hide' : 'show')} onPress={() => setShown(!shown)} className="px-3!">
              {shown ? <EyeOff aria-hidden size="1.3em" /> : <Eye aria-hidden size="1.3em" />}
            </Button>
          </div>
        </div>
        {(state === 'wrong' || state === 'offline') && (
          <div role="alert" className="grid gap-1 rounded-box border-2 border-red bg-red-tint p-4">
            <p className="font-bold">{state === 'wrong' ? t('wrong') : common('faults.title')}</p>
            <p>{state === 'wrong' ? t('wrongNext') : common('faults.offline')}</p>
          </div>
        )}
        <Button type="submit" look="primary" size="l" wide isPending={state === 'working'}>
          {state === 'working' ? t('working') : t('act')}
        </Button>
      </form>
    </main>
  );
}
