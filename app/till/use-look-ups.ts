'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { isShortCode, plainCode } from '#lib/pass/short-code.ts';
import { callApi } from '../_ui/api.ts';
import { faultWords } from '../_ui/fault.ts';
import { useRefusalWords } from '../_ui/refusal.tsx';
import { useToast } from '../_ui/toast.tsx';
import type { RefusalView } from '../_ui/views.ts';
import { passWithout, rememberPass } from './known-pass.ts';
import { isUnanswered } from './link.ts';
import { scanOf } from './scan.ts';
import { useStall } from './stall-context.tsx';
import type { ProductView, TillPass } from './till-views.ts';
import { weighedGoods } from './weighed-goods.ts';

/** Why a pass is not on the counter: refused, or not answered (an HTTP status). Null: it is. */
export type NotFound = { readonly refusal: RefusalView } | { readonly fault: number } | null;

type Options = {
  /** A product of this tablet's own shelf. */
  readonly ofGtin: (gtin14: string) => Promise<ProductView | undefined>;
  /** `milli`: how much of it a scale's label says. */
  readonly onProduct: (product: ProductView, milli?: number) => void;
  readonly onPass: (pass: TillPass) => void;
  /** The short code of a decision, from a receipt of this stall. */
  readonly onDecision: (code: string) => void;
  readonly onUnknown: (text: string) => void;
};

export type LookUps = {
  readonly scan: (text: string) => void;
  readonly pass: (text: string) => Promise<NotFound>;
};

/** One router for everything a scanner reads, whatever screen it falls on. */
export function useLookUps(options: Options): LookUps {
  const t = useTranslations('till.scan');
  const k = useTranslations('counter.codes');
  const c = useTranslations('everywhere');
  const say = useToast();
  const { till, market, offsetMinutes, now, reload } = useStall();
  const scales = market.scaleCodes?.find(({ side }) => side === till.stall?.side)?.codes ?? [];
  const words = useRefusalWords(offsetMinutes);
  const latest = useRef(options);
  // The pass scanned last counts, however slowly an earlier one is answered.
  const turn = useRef(0);
  useEffect(() => {
    latest.current = options;
  });

  const pass = async (text: string): Promise<NotFound> => {
    turn.current += 1;
    const mine = turn.current;
    const answer = await callApi<{ pass: TillPass }>('GET', `passes/${encodeURIComponent(text)}`);
    if (mine !== turn.current) return null;
    if (answer.kind === 'refused') return { refusal: answer.refusals[0] ?? UNKNOWN };
    if (answer.kind === 'fault' && !isUnanswered(answer))
      return answer.status === 404 || answer.status === 400 ? { refusal: UNKNOWN } : { fault: answer.status };
    if (answer.kind === 'fault') void reload();
    const found = answer.kind === 'done' ? answer.body : await passWithout(text, now());
    if (mine !== turn.current) return null;
    if ('refusal' in found) return found;
    if (answer.kind === 'done') await rememberPass(found.pass);
    latest.current.onPass(found.pass);
    return null;
  };

  const product = async (gtin: string): Promise<void> => {
    const here = await latest.current.ofGtin(gtin);
    if (here) return latest.current.onProduct(here);
    const weighed = await weighedGoods(gtin, scales, latest.current.ofGtin);
    if (weighed !== undefined && 'product' in weighed) return latest.current.onProduct(weighed.product, weighed.milli);
    if (weighed !== undefined) return say({ text: k(weighed.fault), tone: 'bad' });
    const stall = encodeURIComponent(till.stall?.id ?? '');
    const answer = await callApi<{ products: readonly ProductView[] }>('GET', `products?gtin=${gtin}&stall=${stall}`);
    const found = answer.kind === 'done' ? answer.body.products[0] : undefined;
    if (found) return latest.current.onProduct(found);
    if (answer.kind === 'fault' && answer.status === 0) return say({ text: c('faults.offline'), tone: 'bad' });
    say({ text: t('unknownProduct', { code: gtin.replace(/^0+/, '') }), tone: 'bad' });
    latest.current.onUnknown(gtin.replace(/^0+/, ''));
  };

  /** A decision's code looks like a pass's: what is no pass may be one. */
  const isDecision = async (text: string, missing: NonNullable<NotFound>): Promise<boolean> => {
    if (!('refusal' in missing) || !isShortCode(text)) return false;
    const found = await callApi('GET', `decisions/${plainCode(text)}`);
    if (found.kind === 'done') latest.current.onDecision(plainCode(text));
    return found.kind === 'done';
  };
  const scan = (text: string): void => {
    const read = scanOf(text);
    if (read.kind === 'product') return void product(read.gtin);
    if (read.kind === 'unknown' || read.kind === 'misread') {
      say({ text: read.kind === 'misread' ? k('misread') : t('unknown'), tone: 'bad' });
      latest.current.onUnknown(read.text.slice(0, 40));
      return;
    }
    void pass(read.pass).then(async (missing) => {
      if (missing === null || (await isDecision(read.pass, missing))) return;
      say({ text: 'refusal' in missing ? words(missing.refusal).what : c(`faults.${faultWords(missing.fault)}`), tone: 'bad' });
    });
  };
  return { scan, pass };
}

const UNKNOWN: RefusalView = { reason: 'pass-unknown', facts: {} };
