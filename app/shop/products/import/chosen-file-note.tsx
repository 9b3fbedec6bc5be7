'use client';
import { useTranslations } from 'next-intl';
import { ENCODINGS, type Encoding } from '#lib/catalogue/file-encoding.ts';
import { SelectField } from '../../../_ui/fields.tsx';
import { Panel } from '../../../_ui/surfaces.tsx';
import type { ChosenFile } from './use-catalogue-file.ts';

const FIRST_LINE = 120;

type Props = { readonly file: ChosenFile; readonly onReadAs: (encoding: Encoding) => void };

/** Which file it is and how its bytes were read, beside what they say so: whoever sees that it is wrong chooses another way. */
export function ChosenFileNote({ file, onReadAs }: Props) {
  const t = useTranslations('shop.catalogue');
  const [first = '', second = ''] = file.text.split(/\r\n|\n|\r/);
  return (
    <Panel>
      <div className="grid items-start gap-x-6 gap-y-4 md:grid-cols-[1fr_18rem]">
        <div className="grid min-w-0 gap-1">
          <p className="font-semibold">
            {t('chosen', { name: `\u2068${file.name}\u2069`, size: `\u2066${Math.ceil(file.bytes.length / 1000)}\u2069` })}
          </p>
          <p className="text-s text-soft">{t('reads')}</p>
          {[first, second].map((line, at) => (
            <p key={String(at)} dir="auto" className="break-all text-s">
              {line.slice(0, FIRST_LINE)}
            </p>
          ))}
        </div>
        <SelectField
          label={t('encoding')}
          {...(file.isSure ? {} : { hint: t('unsure') })}
          choices={ENCODINGS.map((id) => ({ id, name: t(`encodings.${id}`) }))}
          value={file.encoding}
          onChange={(id) => onReadAs(id as Encoding)}
          placeholder={t('encoding')}
        />
      </div>
    </Panel>
  );
}
