import { getTranslations } from 'next-intl/server';
import { Doors } from './_ui/doors.tsx';
import { PageHeader } from './_ui/surfaces.tsx';

export default async function NotFound() {
  const t = await getTranslations('everywhere');
  return (
    <main className="mx-auto grid max-w-5xl gap-8 px-5 py-10">
      <PageHeader title={t('notFound.title')} note={t('notFound.note')} />
      <Doors />
    </main>
  );
}
