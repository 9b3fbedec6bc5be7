import type { FlagWords } from '../en/flags.ts';

/** What somebody should look at in a sale that a till made without a network: it is a fact, and refused no more. */
export const flags: FlagWords = {
  'own-pass': { what: '销售者向自己的通行证销售。', next: '请摊位业主核查所售商品。' },
  'sold-before-exit': { what: '这笔销售上传时，顾客已经离场。', next: '出场结算已重新判定，请查看现在应缴多少。' },
  'offline-not-allowed': { what: '本市场不允许收银机在断网且没有预留额度时销售。', next: '请向摊位了解原因，并核对所售商品。' },
  'above-offline-floor': {
    what: '这笔销售{due, select, none {} other {（{due}）}}超过了断网时允许的上限{available, select, none {} other {（{available}）}}。',
    next: '请核对所售商品。',
  },
  'clock-not-proven': { what: '销售时间仅来自收银机自己的时钟{at, select, none {} other {：{at}}}。', next: '请与小票核对。' },
  'clock-wrong': {
    what: '收银机时钟给出的时间不可能成立{at, select, none {} other {：{at}}}。',
    next: '请校准平板的时钟。这笔销售按最接近的合理时间计算。',
  },
  'price-moved': {
    what: '货架标价{due, select, none {} other {（{due}）}}与实收{paid, select, none {} other { {paid} }}不同。',
    next: '若价格是在断网期间调整的，无需处理。',
  },
  'change-differs': {
    what: '找零{amount, select, none {} other {（{amount}）}}与当日汇率不符。',
    next: '请清点钱箱；收银机上的汇率可能已过时。',
  },
  'drawer-closed': { what: '收下这笔钱的班次在销售上传之前已经结束。', next: '请在当日盘点中找到这笔钱，并单独入账。' },
  'offline-number-taken': {
    what: '另一张小票也用了这个编号{code, select, none {} other {（{code}）}}。',
    next: '请重新登记该平板：可能有两台共用同一份数据。',
  },
  'lease-recalled': { what: '商品曾为这台收银机预留，但在销售上传前已被收回。', next: '请查看是谁收回的，以及是否重复售出。' },
  'discount-needs-approval': {
    what: '折扣{amount, select, none {} other {（{amount}）}}超过了收银员可自行给予的上限{percent, select, none {} other {（{percent}）}}。',
    next: '请业主输入 PIN 码，或减少折扣。',
  },
  'discount-too-large': {
    what: '折扣{amount, select, none {} other {（{amount}）}}超过了价格{due, select, none {} other {（{due}）}}。',
    next: '折扣不得超过商品价格。',
  },
};
