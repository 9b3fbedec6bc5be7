import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { TextField } from '../_ui/fields.tsx';

type Props = {
  readonly autoComplete: 'current-password' | 'new-password';
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error: ReactNode;
};

/** A password, hidden until its writer asks to see it. */
export function PasswordField({ hint, ...field }: Props) {
  const t = useTranslations('signIn');
  const [shown, setShown] = useState(false);
  return (
    <div className="grid grid-cols-[1fr_auto] items-end gap-2">
      <TextField
        label={t('password')}
        name="password"
        dir="ltr"
        type={shown ? 'text' : 'password'}
        {...(hint === undefined ? {} : { hint })}
        {...field}
      />
      <div className="mt-[calc(1lh+0.375rem)] self-start">
        <Button aria-label={t(shown ? 'hide' : 'show')} onPress={() => setShown(!shown)} className="px-3!">
          {shown ? <EyeOff aria-hidden size="1.3em" /> : <Eye aria-hidden size="1.3em" />}
        </Button>
      </div>
    </div>
  );
}
