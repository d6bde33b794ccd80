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

export default tseslint.config(
  { ignores: ['dist/**', 'explorer/dist/**', 'node_modules/**', '.hub/**', 'coverage/**'] },
  ...tseslint.configs.recommended,
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
);
