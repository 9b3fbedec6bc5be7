import { visitorOrSignIn } from '../../../sign-in/visitor-at-door.ts';
import { ImportCatalogue } from './import-catalogue.tsx';

export default async function ImportPage() {
  await visitorOrSignIn('shop', '/shop/products/import');
  return <ImportCatalogue />;
}
