import type { CameraWords } from '../en/camera.ts';

export const camera: CameraWords = {
  title: '摄像头',
  open: '用摄像头扫描',
  close: '关闭摄像头',
  starting: '摄像头正在启动……',
  hint: '请把条码或通行证对准摄像头。',
  read: '已读取：',
  again: '同样的商品再扫一件：先把条码移出画面，再放回来。',
  torch: '补光灯',
  faults: {
    insecure: {
      what: '只有通过 HTTPS 打开本页，才能使用摄像头。',
      next: '请用市场的 https 地址打开，或改用扫码枪。',
    },
    none: {
      what: '本设备没有摄像头。',
      next: '请使用扫码枪，或输入代码。',
    },
    denied: {
      what: '浏览器未获准使用摄像头。',
      next: '请点击地址旁边的图标，把“摄像头”设为“允许”，然后重新打开摄像头。',
    },
    taken: {
      what: '摄像头没有画面。',
      next: '可能有其他程序正在使用：请关闭该程序，再重新打开摄像头。',
    },
    reader: {
      what: '识别程序未能加载。',
      next: '请关闭摄像头后重新打开；在此之前请使用扫码枪或输入代码。',
    },
  },
};
