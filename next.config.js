import createNextIntlPlugin from 'next-intl/plugin';

const withWords = createNextIntlPlugin('./app/_ui/request.ts');

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', 'pino', 'prom-client'],
  devIndicators: false,
  // `npm test` checks types once, over the whole house; npm start must not wait for tests to be typed.
  typescript: { ignoreBuildErrors: true },
};

export default withWords(config);
