import { webcrypto } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import {
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** Browsers believe no certificate of a server for longer; an authority that is put on tablets by hand should outlast them. */
const DAYS = { market: 397, authority: 3650 } as const;
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

export type Certified = {
  readonly cert: string;
  readonly key: string;
  readonly authority: string;
  /** Of the authority, to compare with what a tablet shows. */
  readonly fingerprint: string;
  readonly until: Date;
};

/**
 * Makes a certificate for the names and addresses of a market's server, signed by the market's own authority, which is made the first time
 * and kept: tablets trust it once. Keys are readable by their owner only.
 */
export async function certify(folder: string, names: readonly string[], now: Date): Promise<Certified> {
  cryptoProvider.set(webcrypto as Crypto);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authority = await authorityIn(folder, now);
  const keys = await newKeys();
  const until = daysAfter(now, DAYS.market);
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: `CN=${names[0]}`,
    issuer: authority.certificate.subject,
    notBefore: now,
    notAfter: until,
    publicKey: keys.publicKey,
    signingKey: authority.key,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const), value })),
      ),
    ],
  });
  const [cert, key] = [join(folder, 'market.pem'), join(folder, 'market-key.pem')];
  writeFileSync(cert, certificate.toString('pem'));
  writeKey(key, await exported(keys.privateKey));
  return { cert, key, authority: authority.file, fingerprint: await fingerprintOf(authority.certificate), until };
}

async function authorityIn(folder: string, now: Date): Promise<{ file: string; certificate: X509Certificate; key: CryptoKey }> {
  const [file, keyFile] = [join(folder, 'authority.pem'), join(folder, 'authority-key.pem')];
  if (existsSync(file) && existsSync(keyFile)) {
    const [der] = PemConverter.decode(readFileSync(keyFile, 'utf8'));
    const key = await webcrypto.subtle.importKey('pkcs8', der as ArrayBuffer, ALGORITHM, false, ['sign']);
    return { file, certificate: new X509Certificate(readFileSync(file, 'utf8')), key };
  }
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: 'CN=Serai market authority',
    notBefore: now,
    notAfter: daysAfter(now, DAYS.authority),
    keys,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });
  writeFileSync(file, certificate.toString('pem'));
  writeKey(keyFile, await exported(keys.privateKey));
  return { file, certificate, key: keys.privateKey };
}

const newKeys = (): Promise<CryptoKeyPair> => webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

const exported = async (key: CryptoKey): Promise<string> =>
  PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');

function writeKey(file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
  chmodSync(file, 0o600);
}

const daysAfter = (from: Date, days: number): Date => new Date(from.getTime() + days * 86_400_000);
/** Positive, and no two alike. */
const serial = (): string => `01${Buffer.from(webcrypto.getRandomValues(new Uint8Array(15))).toString('hex')}`;
const fingerprintOf = async (certificate: X509Certificate): Promise<string> =>
  Buffer.from(await certificate.getThumbprint('SHA-256'))
    .toString('hex')
    .toUpperCase()
    .replace(/(..)(?=.)/g, '$1:');
