import type { OfficeScalesWords } from '../en/office-scales.ts';

export const officeScales: OfficeScalesWords = {
  note: '各侧电子秤如何把重量或价格写入条码；收银机据此识读标签。',
  side: '侧',
  prefix: '开头',
  holds: '内含',
  decimals: '小数位数',
  layout: '格式',
  digits: '数值位数',
  kinds: {
    weight: '重量（千克）',
    price: '价格',
    proven: '带校验位的价格',
  },
  add: '添加格式',
  addNote: '请与电子秤的设置保持一致。这类标签的商品在目录中使用相同编号，数值部分填零。',
  layoutNote: 'N 商品编号，K 千克，M 金额，c 价格校验位，C 整码校验位',
  put: '添加',
  added: '{side}：今后识读以 {prefix} 开头的标签。',
  remove: '移除',
  removeOne: '移除 {prefix}，{side}',
  removeNote: '此后该侧收银机将把这类标签当作普通条码；已完成的销售不受影响。',
  removed: '{side}：以 {prefix} 开头的标签现按普通条码处理。',
};
