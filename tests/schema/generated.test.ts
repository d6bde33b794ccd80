import { readFileSync, readdirSync } from 'node:fs';
import { buildASTSchema, Kind, OperationTypeNode, parse, validate } from 'graphql';
import { generatedFiles, outdatedFiles } from '../../schema/generated-files.js';
import { buildAgencySchema } from '../../subgraphs/_kit/build-schema.js';
import { agencyNames, loadAgency } from '../../subgraphs/index.js';
import type { EnumLabels } from '../../schema/labels.js';

const OPERATIONS = 'schema/operations';
const operations = readdirSync(OPERATIONS).map((file) => ({
  file,
  text: readFileSync(`${OPERATIONS}/${file}`, 'utf8'),
}));

test('what is committed follows from the code', async () => {
  const agencies = await Promise.all(
    agencyNames.map(async (name) => ({
      name,
      typeDefs: (await buildAgencySchema(await loadAgency(name))).typeDefs,
    })),
  );
  expect(outdatedFiles('schema', generatedFiles(agencies))).toEqual([]);
});

test('every code list has its wording in both languages', () => {
  const labels = JSON.parse(readFileSync('schema/labels.json', 'utf8')) as EnumLabels[];
  const silent = labels.flatMap(({ name, values }) =>
    values
      .filter(({ label }) => !label.en || !/\p{Script=Han}/u.test(label.zh))
      .map(({ value }) => `${name}.${value}`),
  );
  expect(labels.length).toBeGreaterThan(50);
  expect(silent).toEqual([]);
});

test.each(operations)(
  'the saved operation $file fits the supergraph and says what it is for',
  ({ file, text }) => {
    const supergraph = buildASTSchema(parse(readFileSync('schema/supergraph.graphql', 'utf8')), {
      assumeValid: true,
    });
    expect(validate(supergraph, parse(text)).map(({ message }) => message)).toEqual([]);
    expect(text).toMatch(/^# .+\(\p{Script=Han}.*\)/u);
    expect(text).toMatch(new RegExp(`^(query|mutation) ${file.replace('.graphql', '')}\\b`, 'm'));
  },
);

test('every mutation is a saved operation: portals run nothing else', () => {
  const supergraph = parse(readFileSync('schema/supergraph.graphql', 'utf8'));
  const mutations = supergraph.definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === 'Mutation'
      ? (definition.fields ?? []).map(({ name }) => name.value)
      : [],
  );
  const saved = operations.flatMap(({ text }) => {
    const [operation] = parse(text).definitions;
    return operation?.kind === Kind.OPERATION_DEFINITION && operation.operation === OperationTypeNode.MUTATION
      ? operation.selectionSet.selections.flatMap((field) =>
          field.kind === Kind.FIELD ? field.name.value : [],
        )
      : [];
  });
  expect(mutations.length).toBeGreaterThan(50);
  expect(mutations.filter((name) => !saved.includes(name))).toEqual([]);
});

test('the page asks for exactly the picture', () => {
  const fragmentOf = (name: string) =>
    operations.find(({ file }) => file === name)?.text.split('\nfragment ')[1];
  expect(fragmentOf('SupportPicturePage.graphql')).toBe(fragmentOf('SupportPicture.graphql'));
});
