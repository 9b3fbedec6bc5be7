import { WordsFor } from '../_ui/words-for.tsx';
import { MyPass } from './my-pass.tsx';

export default function PassPage() {
  return (
    <WordsFor areas={['pass', 'decision', 'camera']}>
      <MyPass />
    </WordsFor>
  );
}
