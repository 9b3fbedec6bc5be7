import { getTranslations } from 'next-intl/server';
import { Doors } from './_ui/doors.tsx';
import { LanguageSwitch } from './_ui/language-switch.tsx';
import { Logo } from './_ui/logo.tsx';
import { PageHeader } from './_ui/surfaces.tsx';

export default async function Landing() {
  const t = await getTranslations('everywhere');
  return (
    <main className="mx-auto grid max-w-5xl gap-10 px-5 py-10">
      <header className="flex items-center justify-between gap-4">
        <div className="flex items-center gap-3.5 font-bold text-l">
          <Logo />
          {t('product')}
        </div>
        <LanguageSwitch />
      </header>
      <PageHeader title={t('landing.title')} note={`${t('tagline')} · ${t('landing.note')}`} />
      <Doors />
    </main>
  );
}
