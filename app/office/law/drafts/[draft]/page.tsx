import { visitorOrSignIn } from '../../../../sign-in/visitor-at-door.ts';
import { DraftDesk } from '../../draft/draft-desk.tsx';

export default async function DraftPage({ params }: { readonly params: Promise<{ readonly draft: string }> }) {
  const { draft } = await params;
  await visitorOrSignIn('office', `/office/law/drafts/${draft}`);
  return <DraftDesk id={draft} />;
}
