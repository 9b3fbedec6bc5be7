import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '../engine/sqlite.ts';
import { marketKeyIn } from '../keys/keys.ts';
import { EVIDENCE } from './tables.ts';
import { verifyMarket } from './verify.ts';
import type { Work } from './verify-elsewhere.ts';

// The thread of verifyElsewhere: verifies its share and says what it found.
const { path, keys, share } = workerData as Work;
const file = connect(path, { readonly: true });
const tables = EVIDENCE.filter(({ name }) => share.tables.includes(name));
parentPort?.postMessage(verifyMarket(file, { marketKey: marketKeyIn(keys) }, { ...share, tables }));
file.close();
