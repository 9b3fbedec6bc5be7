/**
 * Finds codes in the picture of a camera, beside the page, so that a slow tablet goes on selling while it looks. It imports nothing: the
 * server sends it with its types erased, under a policy of its own (app/camera-door.ts).
 */
/** Erased too; without it this file would be one with all others. */
export type { Found };

type Found = { readonly isValid: boolean; readonly text: string; readonly format: string };
type Reader = {
  readonly prepareZXingModule: (how: object) => Promise<unknown>;
  readonly readBarcodes: (picture: ImageData, how: object) => Promise<readonly Found[]>;
};
type CodeWorker = {
  ZXingWASM?: Reader;
  readonly importScripts: (address: string) => void;
  readonly postMessage: (message: unknown) => void;
  readonly addEventListener: (kind: 'message', hear: (event: { readonly data: ImageData }) => void) => void;
};
const codes = globalThis as unknown as CodeWorker;

/** UPC-A comes as the EAN-13 that it is. */
const HOW = {
  formats: ['EAN13', 'EAN8', 'UPCA', 'UPCE', 'Code128', 'QRCode'],
  tryHarder: true,
  maxNumberOfSymbols: 4,
  eanAddOnSymbol: 'Ignore',
};

codes.importScripts('/till/camera/reader.js');
const reader = codes.ZXingWASM as Reader;
const ready = reader.prepareZXingModule({
  overrides: { locateFile: () => '/till/camera/reader.wasm' },
  fireImmediately: true,
});
ready.then(
  () => codes.postMessage('ready'),
  () => codes.postMessage('broken'),
);

codes.addEventListener('message', ({ data }) => void look(data));

async function look(picture: ImageData): Promise<void> {
  const found = await reader.readBarcodes(picture, HOW).catch(() => []);
  codes.postMessage(
    found.filter(({ isValid }) => isValid).map(({ text, format }) => ({ text, isSquare: format.startsWith('QR') })),
  );
}
