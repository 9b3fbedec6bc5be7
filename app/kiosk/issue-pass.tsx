'use client';
import { useLocale } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Decision } from '#lib/law/decision.ts';
import type { PassCard } from '#lib/pass/pass-card.ts';
import type { Language } from '#lib/words/languages.ts';
import { type Answer, callApi, newId } from '../_ui/api.ts';
import type { MarketView, RefusalView } from '../_ui/views.ts';
import { CheckScreen } from './check-screen.tsx';
import { type DocumentScan, type Draft, openQuestions, QUESTIONS, type Question } from './draft.ts';
import { FieldScreen } from './field-screen.tsx';
import { GuardianScreen } from './guardian-screen.tsx';
import { KioskFrame } from './kiosk-frame.tsx';
import { LanguageScreen } from './language-screen.tsx';
import { LinesScreen } from './lines-screen.tsx';
import { PassScreen } from './pass-screen.tsx';
import { ResidenceScreen } from './residence-screen.tsx';
import { ScanScreen } from './scan-screen.tsx';
import { NotEnrolledScreen, UnwellScreen } from './unwell-screen.tsx';

type Screen = 'language' | 'scan' | 'lines' | 'fields' | 'residence' | 'guardian' | 'check' | 'pass';

type Held = {
  readonly screen: Screen;
  readonly draft: Draft;
  /** The zone as it was read, while nothing in it was corrected by hand. */
  readonly mrz: string | null;
  readonly questions: readonly Question[];
  readonly wasRead: boolean;
  readonly failedScans: number;
  readonly residence: string | null;
  readonly guardian: string | null;
  readonly refusals: readonly RefusalView[];
  readonly fault: number | null;
  readonly pass: PassCard | null;
  readonly decision: Decision | null;
};

const NOTHING: Held = {
  screen: 'language',
  draft: {},
  mrz: null,
  questions: [],
  wasRead: false,
  failedScans: 0,
  residence: null,
  guardian: null,
  refusals: [],
  fault: null,
  pass: null,
  decision: null,
};

const MARKET_AGAIN_MS = 15_000;

type Props = { readonly onLanguage: (code: Language) => void; readonly onCleared: () => void };

/** From the first touch to the pass: one question a screen, and everything typed is kept until it is cleared. */
export function IssuePass({ onLanguage, onCleared }: Props) {
  const language = useLocale();
  const [held, setHeld] = useState<Held>(NOTHING);
  const [busy, setBusy] = useState(false);
  const [market, setMarket] = useState<Answer<MarketView> | null>(null);
  // The same document offered twice is one act: a lost answer must not make a second pass.
  const act = useRef<{ readonly body: string; readonly id: string } | null>(null);
  const turn = useRef(0);
  const go = useCallback((change: Partial<Held>) => setHeld((now) => ({ ...now, refusals: [], fault: null, ...change })), []);

  useEffect(() => {
    const ask = async (): Promise<void> => {
      const answer = await callApi<MarketView>('GET', 'market');
      // A hiccup must not take the screen from somebody who is using it; a withdrawn device must.
      setMarket((before) => (before?.kind === 'done' && answer.kind !== 'done' && answer.status !== 401 ? before : answer));
    };
    void ask();
    const again = setInterval(() => void ask(), MARKET_AGAIN_MS);
    return () => clearInterval(again);
  }, []);

  const clear = useCallback((): void => {
    turn.current += 1;
    act.current = null;
    setBusy(false);
    setHeld(NOTHING);
    onCleared();
  }, [onCleared]);

  const facts = market?.kind === 'done' ? market.body : null;
  const today = facts?.sides[0]?.today ?? new Date().toISOString().slice(0, 10);

  const takeScan = (scan: DocumentScan): void => {
    if (scan.kind === 'unreadable') {
      go({ failedScans: held.failedScans + 1 });
      return;
    }
    const open = scan.kind === 'partly' ? questionsFor(scan) : openQuestions(scan.draft);
    go({
      draft: scan.draft,
      mrz: scan.kind === 'read' ? scan.mrz : null,
      questions: open,
      wasRead: true,
      screen: open.length > 0 ? 'fields' : 'check',
      failedScans: 0,
    });
  };

  const issue = async (): Promise<void> => {
    const started = turn.current;
    const body = {
      document: held.mrz ? { mrz: held.mrz } : documentOf(held.draft),
      ...(held.residence ? { residence: held.residence } : {}),
      ...(held.guardian ? { guardianPass: held.guardian } : {}),
    };
    const text = JSON.stringify(body);
    if (act.current?.body !== text) act.current = { body: text, id: newId() };
    setBusy(true);
    const answer = await callApi<{ pass: PassCard }>('POST', 'passes', { id: act.current.id, ...body });
    if (turn.current !== started) return;
    setBusy(false);
    if (answer.kind === 'fault') return go({ fault: answer.status });
    if (answer.kind === 'refused') {
      const needsGuardian = answer.refusals.length === 1 && answer.refusals[0]?.reason === 'guardian-required';
      return go({ refusals: answer.refusals, screen: needsGuardian ? 'guardian' : 'check' });
    }
    const { pass } = answer.body;
    // The document is no longer needed: only the pass stays on this screen.
    setHeld({ ...NOTHING, screen: 'pass', pass });
    const left = await callApi<{ decision: Decision }>('GET', `passes/${pass.id}/allowance?exit=${pass.side}`);
    if (turn.current === started && left.kind === 'done') setHeld((now) => ({ ...now, decision: left.body.decision }));
  };

  if (market?.kind === 'fault' && market.status === 401) return <NotEnrolledScreen />;
  if (market && market.kind !== 'done') return <UnwellScreen />;

  return (
    <KioskFrame
      marketName={facts?.market.names?.[language] ?? facts?.market.name ?? ''}
      step={stepOf(held.screen)}
      idleActive={held.screen !== 'language' && !busy}
      onClear={clear}
      onLanguage={held.screen === 'language' ? null : onLanguage}
    >
      {held.screen === 'language' && (
        <LanguageScreen
          onChoose={(code) => {
            onLanguage(code);
            go({ screen: 'scan' });
          }}
        />
      )}
      {held.screen === 'scan' && (
        <ScanScreen
          today={today}
          failedScans={held.failedScans}
          onScan={takeScan}
          onType={() => go({ screen: 'fields', draft: {}, mrz: null, questions: QUESTIONS, wasRead: false })}
          onLines={() => go({ screen: 'lines' })}
        />
      )}
      {held.screen === 'lines' && (
        <LinesScreen today={today} failedScans={held.failedScans} onScan={takeScan} onBack={() => go({ screen: 'scan' })} />
      )}
      {held.screen === 'fields' && (
        <FieldScreen
          draft={held.draft}
          questions={held.questions}
          wasRead={held.wasRead}
          onChange={(draft) => setHeld((now) => ({ ...now, draft, mrz: null }))}
          onDone={() => go({ screen: 'check' })}
          onBack={() => go({ screen: openQuestions(held.draft).length > 0 ? 'scan' : 'check' })}
        />
      )}
      {held.screen === 'check' && (
        <CheckScreen
          draft={held.draft}
          residence={held.residence}
          guardian={held.guardian}
          refusals={held.refusals}
          fault={held.fault}
          busy={busy}
          onIssue={issue}
          onCorrect={(questions) => go({ screen: 'fields', questions, wasRead: false })}
          onResidence={() => go({ screen: 'residence' })}
          onGuardian={() => go({ screen: 'guardian' })}
          onOther={() => setHeld({ ...NOTHING, screen: 'scan' })}
        />
      )}
      {held.screen === 'residence' && (
        <ResidenceScreen
          value={held.residence ?? held.draft.nationality}
          onChoose={(residence) => go({ residence, screen: 'check' })}
          onBack={() => go({ screen: 'check' })}
        />
      )}
      {held.screen === 'guardian' && (
        <GuardianScreen
          refusals={held.refusals}
          onPass={(guardian) => go({ guardian, screen: 'check' })}
          onBack={() => go({ screen: 'check' })}
        />
      )}
      {held.screen === 'pass' && held.pass && (
        <PassScreen pass={held.pass} decision={held.decision} market={facts} onClear={clear} />
      )}
    </KioskFrame>
  );
}

const documentOf = (draft: Draft): Draft => ({ ...draft, givenNames: draft.givenNames ?? '', surname: draft.surname ?? '' });

/** Only what was faulty, and what the zone of this document does not have. */
const questionsFor = (scan: Extract<DocumentScan, { kind: 'partly' }>): readonly Question[] => {
  const missing = openQuestions(scan.draft);
  return QUESTIONS.filter((question) => missing.includes(question) || question.some((field) => scan.faulty.includes(field)));
};

const stepOf = (screen: Screen): 0 | 1 | 2 | 3 =>
  screen === 'language' ? 0 : screen === 'pass' ? 3 : screen === 'check' ? 2 : 1;
