import graphqlPlugin from '@graphql-eslint/eslint-plugin';
import tseslint from 'typescript-eslint';

/** `process.env` is parsed once, in settings/; everything else receives values. */
const readSettingsOnly = {
  'no-restricted-properties': [
    'error',
    {
      object: 'process',
      property: 'env',
      message: 'Read settings through settings/, which parses and documents them.',
    },
  ],
};

const SCRIPTS = ['**/*.js', '**/*.ts', '**/*.tsx'];
const SAVED_OPERATIONS = ['schema/operations/*.graphql'];
const AGENCY_SCHEMAS = ['schema/subgraphs/*.graphql'];

/** Saved operations are what portals register: valid, named as their file, and free of what goes away. */
const savedOperationRules = {
  ...graphqlPlugin.configs['flat/operations-recommended'].rules,
  // The gateway names entities by itself, and a page of counts or labels has no id to select.
  '@graphql-eslint/require-selections': 'off',
  '@graphql-eslint/selection-set-depth': ['error', { maxDepth: 8 }],
  '@graphql-eslint/match-document-filename': ['error', { query: 'PascalCase', mutation: 'PascalCase' }],
  // Saved operations are documents of their own and can't share a fragment.
  '@graphql-eslint/unique-fragment-name': 'off',
};

/** Form of the agencies' SDL; what it has to say is in tests/schema/conventions.ts. */
const agencySchemaRules = {
  '@graphql-eslint/naming-convention': [
    'error',
    {
      types: 'PascalCase',
      FieldDefinition: 'camelCase',
      InputValueDefinition: 'camelCase',
      Argument: 'camelCase',
      EnumValueDefinition: 'UPPER_CASE',
      'FieldDefinition[parent.name.value=Query]': { forbiddenPrefixes: ['get', 'query', 'list'] },
    },
  ],
  '@graphql-eslint/description-style': 'error',
  '@graphql-eslint/no-hashtag-description': 'error',
  '@graphql-eslint/relay-connection-types': 'error',
  '@graphql-eslint/relay-edge-types': [
    'error',
    { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
  ],
  '@graphql-eslint/unique-enum-value-names': 'error',
};

export default tseslint.config(
  { ignores: ['dist/**', 'explorer/dist/**', 'node_modules/**', '.hub/**', 'coverage/**'] },
  ...tseslint.configs.recommended.map((config) => ({ files: SCRIPTS, ...config })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...readSettingsOnly,
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  { files: ['settings/**/*.ts', 'tests/support/**/*.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['cli/**/*.ts', 'bench/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
  {
    files: [...SAVED_OPERATIONS, ...AGENCY_SCHEMAS],
    plugins: { '@graphql-eslint': graphqlPlugin },
    languageOptions: {
      parser: graphqlPlugin.parser,
      parserOptions: {
        graphQLConfig: { schema: 'schema/supergraph.graphql', documents: SAVED_OPERATIONS },
      },
    },
  },
  { files: SAVED_OPERATIONS, rules: savedOperationRules },
  { files: AGENCY_SCHEMAS, rules: agencySchemaRules },
);
