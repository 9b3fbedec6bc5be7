'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { isWhole, type ScaleCode } from '#lib/catalogue/scale-code.ts';
import { useSideName } from '../../_desk/clock.tsx';
import { FormDialog } from '../../_desk/form-dialog.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { SelectField } from '../../_ui/fields.tsx';
import { useToast } from '../../_ui/toast.tsx';
import { itemDigitsOf, layoutText } from './layout-text.ts';

type Props = {
  readonly sides: readonly string[];
  readonly codesOf: (side: string) => readonly ScaleCode[];
  readonly onClose: () => void;
  readonly onDone: () => void;
};

const PREFIXES = ['02', ...Array.from({ length: 10 }, (_, n) => `2${n}`)];
const KINDS = ['weight', 'price', 'proven'] as const;
type Kind = (typeof KINDS)[number];
const numbers = (least: number, most: number) =>
  Array.from({ length: most - least + 1 }, (_, n) => ({ id: String(least + n), name: String(least + n) }));

/** One more layout of a side's scales. The number of the goods takes what is left of the thirteen digits, so none can be of a wrong length. */
export function AddLayout({ sides, codesOf, onClose, onDone }: Props) {
  const t = useTranslations('office.scales');
  const act = useAct();
  const say = useToast();
  const sideName = useSideName();
  const [side, setSide] = useState(sides[0] ?? '');
  const free = PREFIXES.filter((prefix) => !codesOf(side).some((code) => code.prefix === prefix));
  const [chosen, setChosen] = useState('');
  const prefix = free.includes(chosen) ? chosen : (free.find((each) => each !== '02') ?? free[0] ?? '');
  const [kind, setKind] = useState<Kind>('weight');
  const [digits, setDigits] = useState('5');
  const [places, setPlaces] = useState('3');
  const shape = { hasPriceCheck: kind === 'proven', valueDigits: Number(digits) };
  const layout: ScaleCode = {
    ...shape,
    prefix,
    itemDigits: itemDigitsOf(shape),
    holds: kind === 'weight' ? 'weight' : 'price',
    decimals: Number(places),
  };

  async function submit(): Promise<void> {
    if (!isWhole(layout)) return;
    const fields = { side, codes: [...codesOf(side), layout] };
    if ((await act.run('scale-codes', fields, (id) => ({ id, ...fields }))) === undefined) return;
    say({ text: t('added', { prefix, side: sideName(side) }), tone: 'good' });
    onDone();
    onClose();
  }

  return (
    <FormDialog title={t('add')} label={t('put')} act={act} onClose={onClose} onSubmit={() => void submit()}>
      <p className="text-soft">{t('addNote')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t('side')}
          placeholder=""
          value={side}
          choices={sides.map((id) => ({ id, name: sideName(id) }))}
          onChange={setSide}
        />
        <SelectField
          label={t('prefix')}
          placeholder=""
          value={prefix}
          choices={free.map((id) => ({ id, name: id }))}
          onChange={setChosen}
        />
        <SelectField
          label={t('holds')}
          placeholder=""
          value={kind}
          choices={KINDS.map((id) => ({ id, name: t(`kinds.${id}`) }))}
          onChange={(id) => {
            setKind(id as Kind);
            if (id === 'proven' && digits !== '4') setDigits('5');
          }}
        />
        <SelectField
          label={t('digits')}
          placeholder=""
          value={digits}
          choices={kind === 'proven' ? numbers(4, 5) : numbers(3, 7)}
          onChange={setDigits}
        />
        <SelectField
          label={t('decimals')}
          placeholder=""
          value={places}
          choices={numbers(0, Math.min(3, Number(digits)))}
          onChange={setPlaces}
        />
      </div>
      <p className="grid gap-1">
        <span className="text-soft">{t('layoutNote')}</span>
        <bdi dir="ltr" className="num text-start font-bold text-l">
          {layoutText(layout)}
        </bdi>
      </p>
    </FormDialog>
  );
}
