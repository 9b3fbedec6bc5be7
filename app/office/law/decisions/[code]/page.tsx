import { visitorOrSignIn } from '../../../../sign-in/visitor-at-door.ts';
import { DecisionPage } from '../../decision/decision-page.tsx';

export default async function DecisionRecordPage({ params }: { readonly params: Promise<{ readonly code: string }> }) {
  const { code } = await params;
  await visitorOrSignIn('office', `/office/law/decisions/${code}`);
  return <DecisionPage code={code} />;
}
