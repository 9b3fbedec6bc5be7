'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { Decision } from '#lib/law/decision.ts';
import { AllowanceMeter } from '../_ui/allowance-meter.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { nameIn } from '../_ui/names.ts';
import { useStall } from './stall-context.tsx';

type Props = { readonly decision: Decision; readonly onClose: () => void };

/** The whole answer: every limit with its arithmetic, and what each rule says. */
export function WhyDialog({ decision, onClose }: Props) {
  const t = useTranslations('till.why');
  const law = useTranslations('law');
  const language = useLocale();
  const { ruleNames, market } = useStall();
  const named = new Set([
    ...decision.limits.filter(({ visit, over, used }) => visit + over + used > 0).map(({ rule }) => rule),
    ...decision.dutySteps.map(({ rule }) => rule),
    ...decision.forbidden.map(({ rule }) => rule),
  ]);
  const rules = (market.rules ?? []).filter(({ id }) => named.has(id));
  return (
    <Dialog title={t('title')} isOpen onClose={onClose} wide>
      <AllowanceMeter decision={decision} names={ruleNames} variant="full" />
      {rules.length > 0 && (
        <section className="grid gap-2 border-line border-t pt-4">
          <h3 className="font-bold">{t('rules')}</h3>
          <ul className="grid gap-2">
            {rules.map(({ id, names, sentences }) => (
              <li key={id}>
                <b>{nameIn(names, language, id)}</b>{' '}
                <bdi dir="ltr" className="text-s text-soft">
                  {id}
                </bdi>
                <p>{nameIn(sentences, language)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="pb-3 text-soft">{law('final')}</p>
    </Dialog>
  );
}
