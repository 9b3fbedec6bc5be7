import { MoneyText } from './figures.tsx';
import type { Amount } from './views.ts';

/** What was paid for a line, and what the shelf asked where that was more. */
export function PricePaid({
  line: { price, listPrice },
}: {
  readonly line: { readonly price: Amount; readonly listPrice?: Amount };
}) {
  return (
    <>
      {listPrice && (
        <s className="me-2 font-normal text-s text-soft">
          <MoneyText amount={listPrice} />
        </s>
      )}
      <MoneyText amount={price} />
    </>
  );
}
