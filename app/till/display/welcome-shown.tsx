import { LANGUAGES } from '#lib/words/languages.ts';
import { Logo } from '../../_ui/logo.tsx';
import type { DisplayWords } from './display-words.ts';

/** Nobody is at the counter: a welcome in every language of the market, each in its own script. */
export function WelcomeShown({ stall, words }: { readonly stall: string; readonly words: DisplayWords }) {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-[5vh] p-8 text-center">
      <Logo />
      {stall !== '' && (
        <h1 className="font-bold text-[clamp(2rem,5vmax,4.5rem)] leading-tight">
          <bdi>{stall}</bdi>
        </h1>
      )}
      <ul className="grid gap-[1.5vh]">
        {LANGUAGES.map(({ code, tag, dir }) => (
          <li key={code} lang={tag} dir={dir} className="text-[clamp(1.375rem,3vmax,2.75rem)] text-soft leading-snug">
            <b className="text-ink">{words[code].counter.display.welcome}</b>
            <span className="mx-[0.5em] text-teal">·</span>
            {words[code].counter.display.note}
          </li>
        ))}
      </ul>
    </main>
  );
}
