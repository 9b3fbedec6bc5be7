'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { KeyPad } from '../_ui/key-pad.tsx';
import { nameIn } from '../_ui/names.ts';
import { type BasketLine, milliOf, quantityText } from './basket.ts';
import { useTyping } from './use-typing.ts';

type Props = { readonly line: BasketLine; readonly onClose: () => void; readonly onQuantity: (milli: number) => void };

/** Another quantity of one line, typed: forty of a thing, or what the scales say. */
export function QuantityDialog({ line, onClose, onQuantity }: Props) {
  const t = useTranslations('till.quantity');
  const [typed, setTyped] = useState('');
  const weighed = line.product.unit === 'kg';
  const milli = milliOf(typed.replace(/\.$/, ''));
  const ready = milli !== undefined && (weighed || milli % 1000 === 0);
  const put = (): void => {
    if (!ready) return;
    onQuantity(milli);
    onClose();
  };
  const change = (next: string): void => {
    if (/^\d{0,5}(\.\d{0,3})?$/.test(next)) setTyped(next);
  };
  useTyping({ value: typed, onChange: change, onEnter: put, decimal: weighed, maxLength: 8 });
  return (
    <Dialog title={nameIn(line.product.names, useLocale())} isOpen onClose={onClose}>
      <div data-digits className="grid gap-4">
        <output aria-label={t('label')} className="num grid min-h-18 place-items-center rounded-box border-2 border-edge text-xl">
          <bdi dir="ltr">
            {typed || <span className="text-soft">{quantityText(line)}</span>} {weighed ? t('kg') : '×'}
          </bdi>
        </output>
        <KeyPad label={t('label')} value={typed} onChange={change} decimal={weighed} maxLength={8} />
        <Button look="primary" size="l" isDisabled={!ready} onPress={put}>
          {t('put')}
        </Button>
      </div>
    </Dialog>
  );
}
