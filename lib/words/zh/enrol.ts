import type { EnrolWords } from '../en/enrol.ts';

export const enrol: EnrolWords = {
  title: '登记此设备',
  note: '请输入市场办公室给出的八位数字。登记码十分钟内有效，只能用一次。',
  code: '登记码',
  act: '登记',
  working: '正在登记此设备……',
  unknown: '没有这个登记码，或已超过十分钟。',
  unknownNext: '请核对八位数字，或向市场办公室索取新的登记码。',
  keyless: '此浏览器无法在这个地址登记。',
  keylessNext: '设备需要以 https 开头的地址，并使用会保留数据的窗口。请询问市场办公室。',
  done: '此设备已登记。',
  opening: '正在打开对应的屏幕……',
  doors: '返回各入口',
};
