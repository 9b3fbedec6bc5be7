import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
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
const enrolled = (await throughServer()) ?? (await alone());
if ('fault' in enrolled) {
  console.error(enrolled.fault);
  process.exitCode = 2;
} else console.log(enrolled.token);

/** Where a server holds the market, it is asked. */
function throughServer(): Promise<Enrolled | undefined> {
  const socketPath = join(settings.SERAI_DATA, 'serai.sock');
  if (!existsSync(socketPath)) return Promise.resolve(undefined);
  return new Promise((answered) => {
    const call = request({ socketPath, method: 'POST', path: '/enrol' }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      answered(JSON.parse(text) as Enrolled);
    });
    call.on('error', () => answered(undefined));
    call.end(JSON.stringify(asked));
  });
}

async function alone(): Promise<Enrolled> {
  const serai = await openSerai(settings);
  await openMarket(serai);
  const answer = await enrolByCommand(serai, asked);
  await serai.close();
  return answer;
}
