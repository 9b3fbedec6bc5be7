import { join } from 'node:path';
import { moveMarket } from '#db/engine/move.ts';
import { connect } from '#db/engine/sqlite.ts';
import { aPostgresServer, postgresPrograms } from './postgres-server.ts';
import seed from './seeded-image.ts';

/** The seeded market moved to PostgreSQL, once for all tests; each test then opens a copy of that database. */
export default async function setup(): Promise<() => Promise<void>> {
  const wanted = Number(process.env.SERAI_TEST_POSTGRES ?? 15);
  const program = postgresPrograms().find(({ version }) => version === wanted);
  if (program === undefined) throw new Error(`There is no PostgreSQL ${wanted} here.`);
  const unseed = await seed();
  const server = await aPostgresServer(program);
  await server.run('CREATE DATABASE image');
  const image = connect(join(process.env.SERAI_TEST_FOLDER ?? '', 'image.db'), { readonly: true });
  await moveMarket(image, server.url('image'));
  image.close();
  await server.run('CREATE DATABASE empty');
  process.env.SERAI_TEST_POSTGRES_URL = server.url('DATABASE');
  return async () => {
    await server.stop();
    unseed();
  };
}
