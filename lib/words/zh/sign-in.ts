import type { SignInWords } from '../en/sign-in.ts';

export const signIn: SignInWords = {
  title: '登录',
  note: '供市场办公室和商户后台使用。收银员和闸口人员在各自设备上用 PIN 码登录。',
  login: '登录名',
  password: '密码',
  show: '显示密码',
  hide: '隐藏密码',
  act: '登录',
  working: '正在登录……',
  missing: '请填写此项。',
  wrong: '登录名或密码不正确。',
  wrongNext: '请核对后重试。多次输错密码后，账号会锁定一段时间。',
  doors: '返回各入口',
  signOut: '退出登录',
  wrongRole: {
    title: '您的身份不能进入此处',
    note: '您当前以 {name}（{role}）登录。此入口仅供{door, select, office {市场办公室} other {商户业主}}使用。',
    own: '前往您的入口',
  },
  roles: {
    administrator: '管理员',
    auditor: '审计员',
    owner: '业主',
    officer: '闸口人员',
    cashier: '收银员',
  },
};
