import { WordsFor } from '../_ui/words-for.tsx';
import { Storefronts } from './storefronts.tsx';

export default function MarketPage() {
  return (
    <WordsFor areas={['market']}>
      <Storefronts />
    </WordsFor>
  );
}
