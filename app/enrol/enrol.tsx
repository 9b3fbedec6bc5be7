'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { enrolmentText } from '#lib/staff/browser-proof.ts';
import { callApi } from '../_ui/api.ts';
import { ownKey } from '../_ui/browser-key.ts';
import { Button } from '../_ui/button.tsx';
import { faultWords } from '../_ui/fault.ts';
import { TextField } from '../_ui/fields.tsx';
import { KeyPad } from '../_ui/key-pad.tsx';
import { LanguageSwitch } from '../_ui/language-switch.tsx';
import { Logo } from '../_ui/logo.tsx';
import { Panel } from '../_ui/surfaces.tsx';
import { doorOf } from './door-of.ts';

const DIGITS = 8;

type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'working' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'keyless' }
  | { readonly kind: 'fault'; readonly status: number }
  | { readonly kind: 'done' };

/** Turns eight digits into a device: by hand, or by the link that the market office or the demo prints. */
export function Enrol() {
  const t = useTranslations('enrol');
  const everywhere = useTranslations('everywhere');
  const [code, setCode] = useState('');
  const [state, setState] = useState<State>({ kind: 'asking' });
  const linked = useRef(false);

  const enrol = useCallback(async (digits: string): Promise<void> => {
    setState({ kind: 'working' });
    const key = await ownKey().catch(() => undefined);
    if (key === undefined) return setState({ kind: 'keyless' });
    const proof = await key.sign(enrolmentText(digits));
    const answer = await callApi<{ role: string }>('POST', 'enrolments', { code: digits, publicKey: key.publicKey, proof });
    if (answer.kind === 'done') {
      setState({ kind: 'done' });
      window.location.replace(doorOf(answer.body.role));
      return;
    }
    const unknown = answer.kind === 'refused' || answer.status === 400 || answer.status === 404;
    setState(unknown ? { kind: 'unknown' } : { kind: 'fault', status: answer.status });
  }, []);

  useEffect(() => {
    if (linked.current) return;
    linked.current = true;
    const given = new URLSearchParams(window.location.search).get('code')?.replace(/\D/g, '') ?? '';
    if (given.length !== DIGITS) return;
    // A code is worth a device: it does not stay in the address bar, nor in what 'back' returns to.
    window.history.replaceState(window.history.state, '', window.location.pathname);
    setCode(given);
    void enrol(given);
  }, [enrol]);

  const busy = state.kind === 'working' || state.kind === 'done';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (code.length === DIGITS && !busy) void enrol(code);
  };
  const type = (text: string): void => {
    setCode(text.replace(/\D/g, '').slice(0, DIGITS));
    if (state.kind !== 'asking') setState({ kind: 'asking' });
  };

  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-start gap-6 px-5 py-6">
      <header className="flex items-center justify-between gap-4">
        <div className="flex items-center gap-3.5 font-bold">
          <Logo />
          {everywhere('product')}
        </div>
        <LanguageSwitch />
      </header>
      <div className="grid gap-2">
        <h1 className="font-bold text-xl leading-tight">{t('title')}</h1>
        <p className="text-soft">{t('note')}</p>
      </div>
      <form onSubmit={submit}>
        <Panel>
          <TextField
            label={t('code')}
            size="l"
            dir="ltr"
            inputMode="numeric"
            autoFocus
            value={code}
            onChange={type}
            isDisabled={busy}
            inputClassName="num text-center tracking-[0.3em]"
          />
          <KeyPad label={t('code')} value={code} onChange={type} maxLength={DIGITS} />
          <Button type="submit" look="primary" size="xl" wide isDisabled={code.length !== DIGITS} isPending={busy}>
            {t('act')}
          </Button>
        </Panel>
      </form>
      <div aria-live="assertive" className="grid gap-3">
        {state.kind === 'working' && <p className="font-semibold">{t('working')}</p>}
        {state.kind === 'done' && (
          <p className="rounded-box bg-green-tint p-4 font-semibold text-green">
            {t('done')} {t('opening')}
          </p>
        )}
        {state.kind === 'unknown' && <Trouble what={t('unknown')} next={t('unknownNext')} />}
        {state.kind === 'keyless' && <Trouble what={t('keyless')} next={t('keylessNext')} />}
        {state.kind === 'fault' && (
          <Trouble what={everywhere('faults.title')} next={everywhere(`faults.${faultWords(state.status)}`)} />
        )}
      </div>
      <a href="/" className="flex min-h-12 items-center justify-center font-semibold text-teal underline underline-offset-4">
        {t('doors')}
      </a>
    </main>
  );
}

function Trouble({ what, next }: { readonly what: string; readonly next: string }) {
  return (
    <div role="alert" className="grid gap-1 rounded-box border-2 border-red bg-red-tint p-4">
      <p className="font-bold text-l leading-tight">{what}</p>
      <p>{next}</p>
    </div>
  );
}
