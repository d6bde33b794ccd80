import { execFile } from 'node:child_process';

const RULES = '@graphql-eslint/';
/** Each run of the linter is a process of its own that loads TypeScript. */
const PATIENCE_MS = 120_000;

async function eslint(options: readonly string[], text = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const linter = execFile(
      process.execPath,
      ['node_modules/eslint/bin/eslint.js', ...options],
      // It ends with 1 when it finds something; anything else went wrong.
      (error, stdout, stderr) => (error && error.code !== 1 ? reject(new Error(stderr)) : resolve(stdout)),
    );
    linter.stdin?.end(text);
  });
}

/** Names of the GraphQL rules that a text breaks, as a file of this name. */
async function rulesBrokenBy(text: string, file: string): Promise<readonly string[]> {
  const answer = await eslint(['--stdin', '--stdin-filename', file, '--format', 'json'], text);
  const results = JSON.parse(answer) as readonly {
    readonly messages: readonly { readonly ruleId: string }[];
  }[];
  const rules = results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId.replace(RULES, '')));
  return [...new Set(rules)].toSorted();
}

/** Names of the GraphQL rules that are switched on for a file. */
async function rulesFor(file: string): Promise<readonly string[]> {
  const { rules } = JSON.parse(await eslint(['--print-config', file])) as {
    readonly rules: Readonly<Record<string, readonly [severity: number]>>;
  };
  return Object.entries(rules)
    .filter(([name, [severity]]) => name.startsWith(RULES) && severity > 0)
    .map(([name]) => name.replace(RULES, ''))
    .toSorted();
}

test(
  'each rule for the form of an SDL finds what breaks it',
  async () => {
    const broken = await rulesBrokenBy(
      `type School_class {
      Name: String
      "On one line (一行)." kind: String @deprecated
      # Not a description.
      classes: ClassConnection
    }
    type ClassConnection { edges: [String!]! }
    type ClassEdge { cursor: Int! }
    enum ClassState { OPEN Open }
    type Query { getSchool: String }`,
      'schema/subgraphs/labour.graphql',
    );
    expect(broken).toEqual(await rulesFor('schema/subgraphs/labour.graphql'));
  },
  PATIENCE_MS,
);

test(
  'a saved operation is valid, named as its file, whole and not too deep',
  async () => {
    const broken = await rulesBrokenBy(
      `query schoolRoll($unused: Int) {
      schools { nodes { name name title } }
      student { schooling { studentStatus { current { school { students { nodes { student { schooling {
        studentStatus { register { state } } } } } } } } } } }
    }
    query { schools { nodes { name } } }
    fragment Unused on School { name }`,
      'schema/operations/Schools.graphql',
    );
    expect(broken).toEqual([
      'fields-on-correct-type',
      'lone-anonymous-operation',
      'match-document-filename',
      'naming-convention',
      'no-anonymous-operations',
      'no-duplicate-fields',
      'no-unused-fragments',
      'no-unused-variables',
      'provided-required-arguments',
      'selection-set-depth',
    ]);
  },
  PATIENCE_MS,
);
