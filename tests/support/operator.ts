import { aTestOperator, MOODS, type Mood } from './test-operator.ts';

// npm run operator [-- MOOD]: a data operator to try fiscal documents with, until it is stopped. Exit 2 for a mood that it cannot have.
const PORT = 3090;

const [mood = 'well'] = process.argv.slice(2);
if (!(MOODS as readonly string[]).includes(mood)) {
  console.error(`usage: npm run operator [-- ${MOODS.join(' | ')}]`);
  process.exitCode = 2;
} else {
  const operator = await aTestOperator(PORT);
  operator.is(mood as Mood);
  console.log(
    `A data operator that is ${mood} listens. Start the market with\n\n  SERAI_FISCAL_OPERATOR=${operator.url} npm start\n`,
  );
  console.log('and let a side send its documents there: office, Fiscal, the test operator.');
}
