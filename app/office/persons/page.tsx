import { visitorOrSignIn } from '../../sign-in/visitor-at-door.ts';
import { Persons } from './persons.tsx';

export default async function PersonsPage() {
  await visitorOrSignIn('office', '/office/persons');
  return <Persons />;
}
