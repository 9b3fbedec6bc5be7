import { WordsFor } from '../_ui/words-for.tsx';
import { Enrol } from './enrol.tsx';

export default function EnrolPage() {
  return (
    <WordsFor areas={['enrol']}>
      <Enrol />
    </WordsFor>
  );
}
