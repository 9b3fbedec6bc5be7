import { aHistory } from './a-history.ts';

// node play-history.ts SEED STEPS: what a history says on the engine of this process, as JSON.
const [seed = '1', steps = '50'] = process.argv.slice(2);
console.log(JSON.stringify(await aHistory(Number(seed), Number(steps))));
