'use client';
import { Label, TextArea, TextField } from 'react-aria-components';

type Props = { readonly label: string; readonly value: string; readonly onChange: (text: string) => void };

/** The lines at the foot of a travel document, typed or by a reader. The browser remembers nothing of it. */
export function DocumentLinesField({ label, value, onChange }: Props) {
  return (
    <TextField value={value} onChange={onChange} autoComplete="off" className="grid gap-1.5">
      <Label className="font-semibold">{label}</Label>
      <TextArea
        dir="ltr"
        rows={3}
        spellCheck={false}
        autoCorrect="off"
        className="w-full rounded-box border-2 border-edge bg-surface p-3 font-mono text-m tracking-wide"
      />
    </TextField>
  );
}
