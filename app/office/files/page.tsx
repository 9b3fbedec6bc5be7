import { visitorOrSignIn } from '../../sign-in/visitor-at-door.ts';
import { Files } from './files.tsx';

export default async function FilesPage() {
  await visitorOrSignIn('office', '/office/files');
  return <Files />;
}
