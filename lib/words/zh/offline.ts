import type { OfflineWords } from '../en/offline.ts';

export const offline: OfflineWords = {
  link: {
    device: { name: '没有网络', what: '本平板没有网络。' },
    server: { name: '没有应答', what: '市场服务器没有应答。' },
    unwell: { name: '服务器故障', what: '市场服务器有应答，但暂时无法工作。' },
    asOf: '数据截至',
    revokedAsOf: '已注销通行证名单截至',
    notKept: '浏览器可能清除存储：请把收银台安装为应用',
    unsent: '{count} 笔未上传',
    signIn: '登录和开班需要市场服务器应答。离线期间由当前收银员继续。',
  },
  sale: {
    asOf: '由本机裁定，依据的数据截至',
    stranger: '本机未见过此证',
    confirm: '收款，稍后上传',
    finish: '在本机完成，稍后上传',
    title: '已售出（暂定）',
    provisional: '市场尚未确认这笔销售。收银台会自动上传；闸口也可以扫描此码读取。',
    code: '由本机签名的销售记录',
    tooLong: '这笔销售内容过长，无法生成二维码。收银台会自动上传。',
    unkept: '平板存储未能写入，这笔销售没有成交。请退还款项，并清理存储空间。',
    whyNot: {
      'not-allowed': '不能收款：市场没有应答时，只能售出已为此证预留额度的商品。',
      'no-clock': '不能收款：本机尚未与市场联系过，无法确定销售时间。',
      'fiscal-shut': '不能收款：本侧的税控单据或本机未上传的销售等待时间已到上限。请恢复网络，或联系市场办公室。',
      floor: '不能收款：市场没有应答时，单笔销售不得超过 {floor}。',
      party: '不能收款：市场没有应答时，每张通行证须单独付款。请移去其他通行证。',
      approval: '不能收款：市场没有应答时无法核对业主的 PIN 码。请减少折扣。',
    },
  },
  unsent: {
    title: '市场尚未收到的销售',
    none: '所有销售均已上传。',
    waitingNote: '这些销售已存入本平板，市场一应答就按此顺序自动上传。',
    aside: '{count} 笔销售已搁置',
    asideNote: '市场无法接受这些销售。它们不影响其他销售上传，也不会在本机被删除。',
    asideNext: '请解决上述问题后重新上传；如无法解决，请将此码出示给市场办公室。',
    again: '重新上传',
    elsewhere: '本平板有 {count} 笔销售未上传。请重新登记到原摊位。',
  },
  close: {
    waiting: '还有 {count} 笔销售未上传。市场收到后才能结束班次。',
    aside: '有 {count} 笔销售被搁置，未计入以下数字。',
  },
};
