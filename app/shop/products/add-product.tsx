'use client';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useClock } from '../../_desk/clock.tsx';
import { FormDialog } from '../../_desk/form-dialog.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { useRead } from '../../_desk/use-read.ts';
import { nameIn } from '../../_ui/names.ts';
import { useToast } from '../../_ui/toast.tsx';
import type { DayView } from '../shop-views.ts';
import { GoodsFields } from './goods-fields.tsx';
import { LawFields } from './law-fields.tsx';
import { NameFields } from './name-fields.tsx';
import { type DraftProps, EMPTY_DRAFT, faultsOf, type ProductDraft, productOf } from './new-product.ts';

type Props = { readonly onClose: () => void; readonly onDone: () => void };

/** A product with everything that the till, the storefront and the law ask of it. */
export function AddProduct({ onClose, onDone }: Props) {
  const t = useTranslations('shop.add');
  const desk = useTranslations('desk');
  const language = useLocale();
  const act = useAct();
  const say = useToast();
  const { market } = useClock();
  const stalls = useRead<DayView>('shop/day').body?.stalls ?? [];
  const [typed, setTyped] = useState<ProductDraft>(EMPTY_DRAFT);
  const [asked, setAsked] = useState(false);

  const stall = typed.stall || (stalls[0]?.id ?? '');
  const side = market?.sides.find(({ code }) => code === stalls.find(({ id }) => id === stall)?.side);
  const draft = { ...typed, stall, currency: typed.currency || (side?.currency ?? '') };
  const faults = faultsOf(draft);
  const fault = (field: keyof ProductDraft): string | undefined => {
    const found = asked ? faults[field] : undefined;
    return found === undefined ? undefined : found === 'missing' ? desk('missing') : t(found);
  };
  const parts: DraftProps = { draft, fault, onChange: (changed) => setTyped((before) => ({ ...before, ...changed })) };

  async function submit(): Promise<void> {
    setAsked(true);
    if (Object.keys(faults).length > 0) return;
    const fields = productOf(draft);
    if ((await act.run('products', fields, (id) => ({ id, ...fields }))) === undefined) return;
    say({ text: t('done', { name: nameIn(draft.names, language) }), tone: 'good' });
    onDone();
    onClose();
  }

  return (
    <FormDialog title={t('title')} label={t('act')} wide act={act} onClose={onClose} onSubmit={() => void submit()}>
      <Part title={t('goodsTitle')}>
        <GoodsFields {...parts} stalls={stalls} />
      </Part>
      <Part title={t('namesTitle')}>
        <NameFields names={draft.names} onChange={(names) => parts.onChange({ names })} asked={asked} />
      </Part>
      <Part title={t('lawTitle')} note={t('lawNote')}>
        <LawFields {...parts} />
      </Part>
    </FormDialog>
  );
}

function Part({ title, note, children }: { readonly title: string; readonly note?: string; readonly children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)] items-start gap-x-5 gap-y-4 border-line border-t pt-4 md:grid-cols-2">
      <legend className="float-start mb-3 w-full font-bold text-l md:col-span-2">{title}</legend>
      {note !== undefined && <p className="-mt-3 text-soft md:col-span-2">{note}</p>}
      {children}
    </fieldset>
  );
}
