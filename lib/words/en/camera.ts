/** Codes read by the camera, where no scanner is at hand. */
export const camera = {
  title: 'Camera',
  open: 'Scan with the camera',
  close: 'Close the camera',
  starting: 'The camera is starting …',
  hint: 'Hold a barcode or a pass in front of the camera.',
  read: 'Read:',
  again: 'A second piece of the same goods: take the code out of view for a moment.',
  torch: 'Light',
  faults: {
    insecure: {
      what: 'The camera works only over HTTPS.',
      next: 'Open this page at the market’s https address, or use a scanner.',
    },
    none: {
      what: 'This device has no camera.',
      next: 'Use a scanner, or type the code.',
    },
    denied: {
      what: 'The browser may not use the camera.',
      next: 'Press the sign beside the address, set “Camera” to “Allow”, and open the camera again.',
    },
    taken: {
      what: 'The camera gives no picture.',
      next: 'Another program may be using it: close that one and open the camera again.',
    },
    reader: {
      what: 'The reader of codes could not be loaded.',
      next: 'Close the camera and open it again. Until then use a scanner, or type the code.',
    },
  },
};

export type CameraWords = typeof camera;
