import type { FiscalRefusalWords } from '../en/fiscal-refusals.ts';

export const fiscalRefusals: FiscalRefusalWords = {
  'fiscal-shut': {
    what: '这里不能再销售、退款或作废：本侧的税控单据已等待登记 {hours} 小时{count, plural, =0 {} other {，最长为 {count} 小时}}。',
    next: '请联系市场办公室。税务运营商一恢复，单据会自动登记，即可继续销售。已售出的都不会丢失，顾客可以离开。',
  },
  'fiscal-terms-invalid': {
    what: '这些时限互相矛盾。',
    next: '停售时间须晚于警告时间，警告时间须晚于按时登记的时限。',
  },
  'fiscal-adapter-unset': {
    what: '本服务器不知道“{name}”的单据发往何处。',
    next: '请先由服务器管理人员设置地址。',
  },
  'fiscal-none-refused': {
    what: '本侧没有被退回的单据。',
    next: '无需操作。',
  },
};
