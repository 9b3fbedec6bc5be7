import { visitorOrSignIn } from '../sign-in/visitor-at-door.ts';
import { ShopDay } from './shop-day.tsx';

export default async function ShopDayPage() {
  await visitorOrSignIn('shop', '/shop');
  return <ShopDay />;
}
