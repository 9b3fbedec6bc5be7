import { join } from 'node:path';
import { certify } from '#app/certify.ts';
import { readSettings } from '#app/settings.ts';

// npm run cert -- NAME ...: makes the market's own authority, once, and a certificate for these names and addresses of its server, signed by it.
const names = process.argv.slice(2);
const { SERAI_DATA, PORT } = readSettings(process.env);
const wrong = names.filter((name) => !/^[a-z0-9.:-]+$/i.test(name));
if (names.length === 0 || wrong.length > 0) {
  console.error(
    `usage: npm run cert -- NAME ..., such as till.market.lan 10.1.0.5${wrong.length > 0 ? `; not a name: ${wrong.join(' ')}` : ''}`,
  );
  process.exit(2);
}
const folder = join(SERAI_DATA, 'tls');
const made = await certify(folder, names, new Date());
console.log(`Certificate for ${names.join(', ')} until ${made.until.toISOString().slice(0, 10)}. Start the server with:

  SERAI_TLS_CERT=${made.cert} SERAI_TLS_KEY=${made.key} SERAI_HOST=0.0.0.0 SERAI_ORIGIN=https://${names[0]}:${PORT} npm start

Install ${made.authority} as a trusted authority on every tablet (SHA-256 ${made.fingerprint}).`);
