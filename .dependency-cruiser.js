/** Who may import whom; each rule says why in one sentence. @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle has no first module to read.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'agencies-stand-apart',
      comment: 'An agency owns its data and code; what it needs of another comes through the graph.',
      severity: 'error',
      from: { path: '^subgraphs/([^_/][^/]*)/' },
      to: { path: '^subgraphs/[^_/][^/]*/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'kit-knows-no-agency',
      comment: 'The kit serves any agency, so it names none.',
      severity: 'error',
      from: { path: '^subgraphs/_kit/' },
      to: { path: '^subgraphs/[^_]' },
    },
    {
      name: 'kit-and-agencies-are-the-bottom',
      comment: 'A subgraph runs without gateway, county or command line.',
      severity: 'error',
      from: { path: '^subgraphs/' },
      to: {
        path: '^(gateway|county|cli|postgres|settings|bench|tests)/',
        pathNot: '^settings/project-root\\.ts$',
      },
    },
    {
      name: 'gateway-holds-no-data',
      comment: 'The gateway has no database and no rule of its own.',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^(county|cli|postgres|policies|schema|bench)/|node_modules/(@mikro-orm|pg|kysely)/' },
    },
    {
      name: 'gateway-takes-a-vocabulary-of-the-kit',
      comment:
        'Codes, callers, tokens and signatures are one vocabulary on both sides, and servers stop alike; nothing else is shared.',
      severity: 'error',
      from: { path: '^gateway/' },
      to: {
        path: '^subgraphs/',
        pathNot:
          '^subgraphs/_kit/(error-codes|http/drain|access/caller|trust/(access-token|authorization-header|issuer-keys|request-signature))\\.ts$',
      },
    },
    {
      name: 'policies-and-settings-stand-alone',
      comment: 'They are read by everyone.',
      severity: 'error',
      from: { path: '^(policies|settings)/' },
      to: { path: '^(gateway|subgraphs|county|cli|postgres|schema|bench)/', pathNot: '^settings/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'County views and policies know no database.',
      severity: 'error',
      from: { path: '^policies/' },
      to: { path: 'node_modules/(@mikro-orm|pg|kysely|graphql|type-graphql)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js'],
    },
  },
};
