import { parseArgs } from 'node:util';
import { askServer } from '#app/ask-server.ts';
import { type Enrolled, enrolByCommand } from '#app/enrol-by-command.ts';
import { openSerai } from '#app/serai.ts';
import { readSettings } from '#app/settings.ts';
import { openMarket } from '#db/seed/open-market.ts';

// npm run --silent enrol -- ROLE [--gate CODE | --stall CODE] [--name TEXT]: prints one token. Exit 2 and the codes that would do.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { gate: { type: 'string' }, stall: { type: 'string' }, name: { type: 'string' } },
});
const settings = readSettings(process.env);
const asked = { role: positionals[0] ?? '', ...values };
const enrolled = (await askServer<Enrolled>(settings.SERAI_DATA, '/enrol', asked)) ?? (await alone());
if ('fault' in enrolled) {
  console.error(enrolled.fault);
  process.exitCode = 2;
} else console.log(enrolled.token);

async function alone(): Promise<Enrolled> {
  const serai = await openSerai(settings);
  await openMarket(serai);
  const answer = await enrolByCommand(serai, asked);
  await serai.close();
  return answer;
}
