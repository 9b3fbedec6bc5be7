import type { OfficeRefusalWords } from '../en/office-refusals.ts';

export const officeRefusals: OfficeRefusalWords = {
  // persons
  'link-decided': { what: '这一关联已经如此决定。', next: '请重新查看；可能有同事先处理了。' },
  'already-one-traveller': { what: '这两人已通过另一关联成为同一旅客。', next: '如果有误，请先分开那一关联。' },
  'traveller-erased': { what: '其中一人的资料已删除，无法再比对。', next: '无需再做任何操作。' },
  'erase-visit-open': { what: '此人仍在场内，暂时不能删除。', next: '请先在口岸结束本次入场，再删除。' },
  'already-erased': { what: '本市场已不再保存此人的任何资料。', next: '无需再做任何操作。' },
  // the law room
  'pack-unknown': { what: '这里没有这个法规包。', next: '请从版本列表中选择。' },
  'draft-moved-on': { what: '其间有人保存了此草案，现在是第 {count} 次保存。', next: '请重新打开后再修改。' },
  'draft-faulty': {
    what: '草案有 {count} 处错误{field, select, none {} other {，第一处在 {field}}}。',
    next: '请改正后再保存。',
  },
  'draft-market': { what: '这是另一个市场的法规包：{name}。', next: '草案只能属于它起草时的市场。' },
  'draft-place-gone': { what: '草案缺少 {code}，那里有设备和摊位。', next: '请保留所有现行的侧和闸口。' },
  'draft-version-taken': { what: '已有第 {count} 版法规包。', next: '请提高草案的版本号并保存。' },
  'motion-too-early': { what: '日期太早：必须是两侧的明天或以后。', next: '请选择 {day} 或更晚的日期。' },
  'motion-day-taken': { what: '{day} 已有另一个法规包生效。', next: '请选择其他日期，或撤回另一个。' },
  'motion-signed-by-you': { what: '您已签署。', next: '第二个签署必须由另一人完成。' },
  'motion-not-open': { what: '已不能签署：已决定或已撤回。', next: '请在法规室查看其状态。' },
  'motion-in-force': { what: '已经生效，不能撤回。', next: '请用另一份草案修改。' },
  'signer-unknown': { what: '只有管理员可以用自己的名字签署。', next: '请以管理员身份登录。' },
  'setting-option': { what: '{asked} 不是此问题的答案。', next: '请选择法规包中的答案。' },
  'rehearsal-empty': { what: '自 {day} 起没有任何判定记录。', next: '请选择更早的日期。' },
  'rate-line-faulty': {
    what: '第 {line} 行：{field, select, date {日期不存在} base {第一种货币未知} quote {第二种货币未知或相同} rate {汇率不是大于零且最多六位小数的数} source {缺少来源} columns {不是五列} twice {同一货币对和日期出现两次} other {首行必须是 date,base,quote,rate,source}}。',
    next: '请改正后重新发送全部内容；没有录入任何一行。',
  },
  'rate-known': { what: '{name} 的汇率已存在。', next: '已录入的汇率不变，请去掉此行。' },
  'catalogue-faulty': {
    what: '文件有 {count} 处错误，第一处在第 {line} 行。',
    next: '改正后请重新发送整个文件；什么都没有导入。',
  },
  'stock-moved': { what: '盘点开始后库存有变动：现有 {available}。', next: '请重新盘点；期间售出的不算您的差额。' },
  'bound-order': { what: '上限低于下限。', next: '请把上限设为不低于下限，或留空其一。' },
  'catalogue-same': { what: '货架已与文件一致。', next: '没有可导入的内容。' },
  'catalogue-importing': { what: '还有一个文件正在写入。', next: '等它写完，再发送这一个。' },
  'rates-none': { what: '文件中没有汇率。', next: '请在首行下添加一行。' },
  'percent-invalid': { what: '百分比不正确。', next: '请输入 0 到 100 之间的数字，最多两位小数。' },
  'scale-code-invalid': {
    what: '此条码格式不足或超过 13 位{code, select, none {} other {（{code}）}}，或重复。',
    next: '请核对各段位数：前缀、货号、价格校验、数值、校验位。',
  },
};
