'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { Button } from '../_ui/button.tsx';
import { CameraKey } from '../_ui/camera/camera-key.tsx';
import { CameraView } from '../_ui/camera/camera-view.tsx';
import { TextField } from '../_ui/fields.tsx';
import type { Direction } from './use-desk.ts';

type Props = {
  readonly direction: Direction;
  readonly onDirection: (direction: Direction) => void;
  readonly goods: number;
  readonly busy: boolean;
  /** A dialog stands over it. */
  readonly isCovered: boolean;
  readonly onCheck: (text: string) => void;
  readonly onGoods: () => void;
  readonly onTools: () => void;
};

const DIRECTIONS = ['auto', 'in', 'out'] as const;

/** Where a pass is typed; a scanner needs no field. Beside it what an officer may have to say before the scan. */
export function ScanRow({ direction, onDirection, goods, busy, isCovered, onCheck, onGoods, onTools }: Props) {
  const t = useTranslations('gate');
  const [text, setText] = useState('');
  const [isLooking, setIsLooking] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '' || busy) return;
    onCheck(text);
    setText('');
  };
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <ToggleButtonGroup
        aria-label={t('direction.label')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[direction]}
        onSelectionChange={([key]) => key !== undefined && onDirection(key as Direction)}
        className="flex overflow-hidden rounded-box border-2 border-edge bg-surface"
      >
        {DIRECTIONS.map((one) => (
          <ToggleButton
            key={one}
            id={one}
            className="min-h-12 px-4 focus-visible:outline-offset-[-3px] font-semibold text-soft selected:bg-teal selected:text-on-teal"
          >
            {t(`direction.${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <form onSubmit={submit} className="flex min-w-72 flex-1 items-end gap-3">
        <div className="flex-1">
          <TextField
            label={t('scan.label')}
            dir="ltr"
            autoFocus
            placeholder="7QK-4M2-9XYZ"
            value={text}
            onChange={setText}
            inputClassName="num"
          />
        </div>
        <CameraKey isOpen={isLooking} onPress={() => setIsLooking((now) => !now)} />
        <Button type="submit" look="primary" isPending={busy}>
          {t('scan.act')}
        </Button>
      </form>
      <div className="flex flex-wrap gap-3">
        {direction !== 'out' && (
          <Button onPress={onGoods} className={goods > 0 ? 'border-teal bg-teal-tint' : ''}>
            {goods > 0 ? t('broughtIn.count', { count: goods }) : t('broughtIn.open')}
          </Button>
        )}
        <Button onPress={onTools}>{t('scan.tools')}</Button>
      </div>
      {isLooking && (
        <div className="w-full">
          <CameraView isPaused={busy || isCovered} onScan={onCheck} onClose={() => setIsLooking(false)} />
        </div>
      )}
    </div>
  );
}
