import { visitorOrSignIn } from '../../sign-in/visitor-at-door.ts';
import { Cashiers } from './cashiers.tsx';

export default async function CashiersPage() {
  await visitorOrSignIn('shop', '/shop/cashiers');
  return <Cashiers />;
}
