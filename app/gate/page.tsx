import { WordsFor } from '../_ui/words-for.tsx';
import { Gate } from './gate.tsx';

export default function GatePage() {
  return (
    <WordsFor areas={['gate', 'persons', 'camera']}>
      <Gate />
    </WordsFor>
  );
}
