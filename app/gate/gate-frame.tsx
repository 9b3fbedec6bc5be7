'use client';
import { Users } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '../_ui/button.tsx';
import { LanguageSwitch } from '../_ui/language-switch.tsx';
import { Logo } from '../_ui/logo.tsx';
import { nameIn } from '../_ui/names.ts';
import type { GateMarket, GateView } from './gate-views.ts';
import { useAct } from './use-act.ts';

type Props = {
  readonly gate: GateView;
  readonly market: GateMarket;
  readonly onChange: () => void;
  readonly children: ReactNode;
};

/** Round everything at the gate: where it stands, how many are inside, who is at it. */
export function GateFrame({ gate, market, onChange, children }: Props) {
  const t = useTranslations('gate');
  const language = useLocale();
  const { busy, run } = useAct();
  const sideName = (code: string): string => nameIn(market.sides.find((side) => side.code === code)?.names, language, code);
  const inside = gate.inside.reduce((sum, { count }) => sum + count, 0);
  const signOut = async (): Promise<void> => {
    await run('operator-sessions/close', {});
    onChange();
  };
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="on-screen flex flex-wrap items-center gap-x-6 gap-y-1 border-line border-b px-5 py-2">
        <div className="flex items-center gap-3">
          <Logo size="2.25rem" />
          <div className="grid leading-tight">
            <h1 className="font-bold">{t('gateName', { gate: gate.gate ?? '' })}</h1>
            <p className="text-s text-soft">{sideName(gate.side ?? '')}</p>
          </div>
        </div>
        <section aria-label={t('insideLabel')} className="flex items-center gap-3">
          <Users aria-hidden size="1.5em" className="text-teal" />
          <output className="grid leading-tight">
            <b className="num text-l leading-none">{t('inside', { count: inside })}</b>
            <span className="num text-s text-soft">
              {gate.inside.map(({ side, count }) => `${sideName(side)} ${count}`).join(' · ')}
            </span>
          </output>
        </section>
        <div className="ms-auto flex items-center gap-2">
          {gate.operator && (
            <>
              <bdi className="font-semibold">{gate.operator.name}</bdi>
              <Button look="quiet" isPending={busy} onPress={() => void signOut()}>
                {t('signIn.out')}
              </Button>
            </>
          )}
          <LanguageSwitch />
        </div>
      </header>
      <main className="on-screen flex flex-1 flex-col px-5 py-4">{children}</main>
    </div>
  );
}
