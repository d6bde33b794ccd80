import {
  getIntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLNamedType,
} from 'graphql';
import { ERROR_CODES } from '../../subgraphs/_kit/error-codes.js';
import { agencyNames } from '../../subgraphs/index.js';
import { callerAs, withoutScope } from '../support/callers.js';
import type { GraphqlError } from '../support/graphql-client.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { supergraph } from './support/officers.js';

/** Knows nothing of the schema but what it is told. */
const outsider = withoutScope(callerAs('bureau-officer'), 'hub.schema.read');

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

const types = Object.values(supergraph.getTypeMap()).filter(
  ({ name }) => !name.startsWith('__') && !/^(join|link|core)__/.test(name),
);
/** Names that mean something; short ones such as `id` stand in other words. */
const names: readonly string[] = [
  ...new Set(types.flatMap((type) => [type.name, ...memberNames(type)])),
].filter((name) => name.length > 4);

function memberNames(type: GraphQLNamedType): string[] {
  if (isObjectType(type))
    return Object.values(type.getFields()).flatMap(({ name, args }) => [
      name,
      ...args.map((each) => each.name),
    ]);
  if (isInputObjectType(type)) return Object.keys(type.getFields());
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
}

/** One letter off: near enough for every "did you mean". */
const misspelt = (name: string) => `${name.slice(0, -1)}${name.endsWith('q') ? 'z' : 'q'}`;

/** Queries that are wrong in names of the schema, each in its own way. */
function misspellings(type: GraphQLNamedType): string[] {
  const wrong = [
    `query { ... on ${misspelt(type.name)} { __typename } }`,
    `query ($a: ${misspelt(type.name)}) { __typename }`,
  ];
  if (isObjectType(type)) {
    const fields = Object.values(type.getFields());
    const withArguments = fields.filter(({ args }) => args.length > 0);
    const selections = [
      fields.map(({ name }) => misspelt(name)),
      ...withArguments.map(({ name, args }) => [
        `${name}(${args.map((each) => `${misspelt(each.name)}: 1`).join(', ')}) { __typename }`,
      ]),
    ];
    for (const selection of selections)
      wrong.push(`fragment F on ${type.name} { ${selection.join(' ')} } query { ...F }`);
  }
  if (isInputObjectType(type)) {
    const fields = Object.keys(type.getFields()).map((name) => `${misspelt(name)}: 1`);
    wrong.push(`query ($a: ${type.name} = { ${fields.join(', ')} }) { __typename }`);
  }
  if (isEnumType(type)) {
    const values = type.getValues().map(({ name }, index) => `$a${index}: ${type.name} = ${misspelt(name)}`);
    wrong.push(`query (${values.join(', ')}) { __typename }`);
  }
  return wrong;
}

/** What every refusal says, whatever was asked. */
const ownWords = JSON.stringify(ERROR_CODES);

/** Names of the schema in what is said to be wrong with a question that does not hold them. */
function told(question: string, errors: readonly GraphqlError[]): string[] {
  const said = JSON.stringify(
    errors.map(({ message, extensions }) => [message, Object.values({ ...extensions, requestId: '' })]),
  );
  return names.filter((name) => said.includes(name) && !question.includes(name) && !ownWords.includes(name));
}

const AT_ONCE = 16;

describe('T4 what errors and introspection say of the schema', () => {
  const questions = types.flatMap((type) => [...misspellings(type)]);

  test('a name that is told would be found', async () => {
    expect(names.length).toBeGreaterThan(500);
    expect(questions.length).toBeGreaterThan(500);
    const { errors } = await hub.ask(callerAs('developer'), '{ studentz { id } }');
    expect(told('{ studentz { id } }', errors)).toContain('students');
  });

  test('the gateway tells no name to whoever misspells one', async () => {
    const leaks: string[] = [];
    for (let from = 0; from < questions.length; from += AT_ONCE)
      await Promise.all(
        questions.slice(from, from + AT_ONCE).map(async (question) => {
          const { status, errors } = await hub.ask(outsider, question);
          if (status !== 400) leaks.push(`${question} was answered with ${status}`);
          leaks.push(...told(question, errors).map((name) => `${question} tells ${name}`));
        }),
      );
    expect(leaks).toEqual([]);
  }, 120_000);

  test.each(agencyNames)('%s tells no name to whoever misspells one', async (agency) => {
    const wrong = [
      '{ _entitie { __typename } }',
      '{ _service { sd } }',
      '{ _entities(representations: [{ __typename: "Studen", id: "a" }]) { __typename } }',
      '{ _entities(representations: [{ __typename: "Student" }]) { ... on Student { registerEntr schoolin househol welfar disabilit labou povert } } }',
      ...questions.filter((question) => / on (Student|Query) /.test(question)),
    ];
    for (const question of wrong) {
      const { errors } = await hub.agency(agency).ask(outsider, question);
      expect(errors.length).toBeGreaterThan(0);
      expect(told(question, errors)).toEqual([]);
    }
  });

  test('introspection is for those who may read the schema', async () => {
    const allowed = await hub.ask<object | null>(callerAs('developer'), getIntrospectionQuery());
    expect(allowed.errors).toEqual([]);
    const refused = await hub.ask<object | null>(outsider, getIntrospectionQuery());
    expect(refused.data).toBeNull();
    expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  test.each(agencyNames)('%s answers no introspection to anybody', async (agency) => {
    const { data, errors } = await hub
      .agency(agency)
      .ask<object | undefined>(callerAs('developer'), '{ __schema { types { name } } }');
    expect(data ?? null).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});
