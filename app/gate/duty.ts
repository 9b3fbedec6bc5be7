import { amountOf, moneyOf } from '#lib/money/money.ts';
import { convert } from '#lib/money/rate.ts';
import type { Amount } from '../_ui/views.ts';
import type { ExitView, GateMarket } from './gate-views.ts';

/** The duty in the money that is paid on the side they leave to, at the law's rate; undefined where it is that money already. */
export function dutyInSideMoney({ duty, exitSide }: Pick<ExitView, 'duty' | 'exitSide'>, market: GateMarket): Amount | undefined {
  const currency = market.sides.find(({ code }) => code === exitSide)?.currency;
  const money = duty === null ? undefined : moneyOf(duty);
  if (money === undefined || money.minor === 0 || currency === undefined || currency === money.currency) return undefined;
  const converted = convert(money, currency, market.lawRates);
  return converted && amountOf(converted.money);
}
