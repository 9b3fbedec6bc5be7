'use client';
import { useLocale, useTranslations } from 'next-intl';
import { CameraView } from '../_ui/camera/camera-view.tsx';
import { nameIn } from '../_ui/names.ts';
import { type BasketLine, quantityText } from './basket.ts';

type Props = {
  /** The line that the last scan went to. */
  readonly line: BasketLine | undefined;
  readonly isPaused: boolean;
  readonly onScan: (text: string) => void;
  readonly onClose: () => void;
};

/** The camera at the counter: the line that it just painted stands beside the picture. */
export function TillCamera({ line, ...view }: Props) {
  const t = useTranslations('camera');
  const language = useLocale();
  return (
    <CameraView {...view}>
      {line && (
        <p className="font-semibold leading-tight">
          {nameIn(line.product.names, language)}{' '}
          <bdi dir="ltr" className="num">
            × {quantityText(line)}
          </bdi>
        </p>
      )}
      <p className="text-s text-soft">{t('again')}</p>
    </CameraView>
  );
}
