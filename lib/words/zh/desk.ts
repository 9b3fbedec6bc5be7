import type { DeskWords } from '../en/desk.ts';

export const desk: DeskWords = {
  clock: '时钟',
  clockOf: '{side}（UTC{offset}）',
  live: { connecting: '正在连接……', live: '实时，更新于 {time}', lost: '正在重新连接……最后更新于 {time}' },
  chart: { asTable: '表格', asChart: '图表', asTableOf: '表格：{title}', asChartOf: '图表：{title}' },
  statement: {
    rate: '现行佣金：',
    nothing: '本月没有销售。',
    heldByVendor: '摊位收取，由商户持有',
    heldByMarket: '代市场收取，由市场持有',
    commission: '全部销售的佣金',
    broughtIn: '已存入市场银行',
    owedToVendor: '市场应付商户',
    owedByVendor: '商户应付市场',
  },
  more: '显示更多',
  all: '全部',
  acts: '操作',
  choose: '请选择……',
  missing: '请填写此项。',
  copied: '已复制。',
  nothing: '没有找到',
  nothingNote: '请更改或清空搜索条件。',
  reason: '原因',
  reasonHint: '将与您的姓名一起留存记录。至少三个字符。',
};
