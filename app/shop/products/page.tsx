import { visitorOrSignIn } from '../../sign-in/visitor-at-door.ts';
import { Products } from './products.tsx';

export default async function ProductsPage() {
  await visitorOrSignIn('shop', '/shop/products');
  return <Products />;
}
