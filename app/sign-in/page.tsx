import { redirect } from 'next/navigation';
import { visitorAt } from '#app/_session/visitor.ts';
import { askedPlace, placeFor } from './own-door.ts';
import { SignInForm } from './sign-in-form.tsx';

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function SignInPage({ searchParams }: Props) {
  const { to } = await searchParams;
  const asked = askedPlace(typeof to === 'string' ? to : undefined);
  const visitor = await visitorAt('office');
  const place = visitor === undefined ? undefined : placeFor(visitor.role, asked);
  if (place !== undefined) redirect(place);
  return <SignInForm to={asked ?? '/office'} />;
}
