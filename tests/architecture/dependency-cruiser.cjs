/** Who may import whom (design section 3). Concepts are pure; screens are thin; only db knows an engine. */
const CONCEPTS = '^lib/(?!operations/|words/|packs/|why/)[^/]+/';
const DOORS = 'kiosk|till|gate|office|shop|market|pass|enrol';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'concepts-are-pure',
      severity: 'error',
      from: { path: CONCEPTS },
      to: {
        path: ['^db/', '^app/', '^lib/operations/', 'node_modules/(next|react|react-dom|drizzle-orm|better-sqlite3)/', '^node:'],
      },
    },
    { name: 'concepts-take-no-node', severity: 'error', from: { path: CONCEPTS }, to: { dependencyTypes: ['core'] } },
    {
      name: 'operations-stand-alone',
      severity: 'error',
      from: { path: '^lib/operations/' },
      to: { path: ['^app/', '^db/(schema|reads|migrations|seed)/', 'node_modules/drizzle-orm/', '^db/engine/(?!engine)'] },
    },
    {
      name: 'no-operation-imports-another',
      severity: 'error',
      from: { path: '^lib/operations/[^/]+\\.ts$' },
      to: { path: '^lib/operations/[^/]+\\.ts$', pathNot: '/(context|perform)\\.ts$' },
    },
    {
      name: 'stores-know-tables-only',
      severity: 'error',
      from: { path: '^db/stores/' },
      to: { path: ['^lib/operations/', '^app/', '^db/reads/', '^db/seed/'] },
    },
    {
      name: 'reads-never-write',
      severity: 'error',
      from: { path: '^db/reads/' },
      to: { path: ['^lib/operations/', '^app/', '^db/seed/'] },
    },
    { name: 'db-knows-no-app', severity: 'error', from: { path: '^db/' }, to: { path: '^app/' } },
    {
      name: 'doors-know-no-tables',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: ['^db/schema/', 'node_modules/drizzle-orm/'] },
    },
    // The phone is one door: storefronts under /market, "my pass" under /pass.
    {
      name: 'a-door-knows-no-other-door',
      severity: 'error',
      from: { path: `^app/(${DOORS})/` },
      to: { path: `^app/(${DOORS})/`, pathNot: ['^app/$1/', '^app/market/phone/', '^app/market/market-views'] },
    },
    {
      name: 'ui-knows-no-business',
      severity: 'error',
      from: { path: '^app/_ui/' },
      to: { path: ['^db/', '^lib/operations/', '^app/(?!_ui/)'] },
    },
    { name: 'product-knows-no-tests', severity: 'error', from: { path: '^(app|lib|db|bin)/' }, to: { path: '^tests/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.next/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
