import { useLocale, useTranslations } from 'next-intl';
import type { LinkedTraveller, LinkView } from '#lib/traveller/link-view.ts';
import { countryName } from '../_ui/countries.ts';
import { dateWords } from '../_ui/figures.tsx';
import { Badge } from '../_ui/surfaces.tsx';

type Props = { readonly link: LinkView; readonly offsetMinutes: number | undefined };

/** Two travellers side by side: what tells them apart, and never a name. */
export function LinkedPair({ link, offsetMinutes }: Props) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {(['earlier', 'later'] as const).map((place) => (
        <OneTraveller key={place} place={place} traveller={link[place]} offsetMinutes={offsetMinutes} />
      ))}
    </div>
  );
}

type OneProps = {
  readonly place: 'earlier' | 'later';
  readonly traveller: LinkedTraveller;
  readonly offsetMinutes: number | undefined;
};

function OneTraveller({ place, traveller, offsetMinutes }: OneProps) {
  const t = useTranslations('persons.link');
  const language = useLocale();
  const typeName = useDocumentNames();
  const { initials, nationality, ageYears, documents, knownSince, isInside } = traveller;
  return (
    <section aria-label={t(place)} className="grid content-start gap-2 rounded-box border border-line p-4">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-s text-soft">{t(place)}</h3>
        {isInside && <Badge tone="good">{t('inside')}</Badge>}
      </header>
      <p className="font-bold text-xl leading-tight">{initials === '' ? t('noInitials') : <bdi dir="ltr">{initials}</bdi>}</p>
      <p className="font-semibold">{countryName(nationality, language)}</p>
      <p>{ageYears === null ? t('ageUnknown') : t('age', { age: ageYears })}</p>
      <div>
        <p className="text-s text-soft">{t('documents')}</p>
        <ul>
          {documents.map(({ type, issuer }, nth) => (
            <li key={`${type} ${issuer} ${nth.toString()}`}>
              {t('document', { type: typeName(type), issuer: countryName(issuer, language) })}
            </li>
          ))}
        </ul>
      </div>
      <p className="text-s text-soft">
        {t('knownSince', { day: dateWords({ at: knownSince, show: 'day', offsetMinutes }, language) })}
      </p>
    </section>
  );
}

/** A kind of document that nobody worded yet shows as itself. */
export function useDocumentNames(): (type: string) => string {
  const t = useTranslations('persons.types');
  return (type) => (t.has(type as 'passport') ? t(type as 'passport') : type);
}
