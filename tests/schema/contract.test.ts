import { readFileSync } from 'node:fs';
import { buildASTSchema, parse, type GraphQLEnumType, type GraphQLObjectType } from 'graphql';

const schema = buildASTSchema(parse(readFileSync('schema/supergraph.graphql', 'utf8')), {
  assumeValid: true,
});
const fieldOf = (type: string, field: string) =>
  (schema.getType(type) as GraphQLObjectType).getFields()[field];
const signatureOf = (type: string, field: string) => {
  const found = fieldOf(type, field);
  const args = found?.args.map(({ name, type: argument }) => `${name}: ${String(argument)}`).toSorted() ?? [];
  return `${args.length > 0 ? `(${args.join(', ')})` : ''}: ${String(found?.type)}`;
};
const valuesOf = (name: string) =>
  (schema.getType(name) as GraphQLEnumType).getValues().map(({ name: value }) => value);

test.each([
  ['student', '(id: ID!): Student'],
  ['findStudent', '(input: FindStudentInput!): Student'],
  ['school', '(code: String!): School'],
  ['household', '(id: ID!): Household'],
  ['division', '(code: String!): Division'],
])('Query.%s is %s', (field, signature) => {
  expect(signatureOf('Query', field)).toBe(signature);
});

test('students is filtered, ordered and paged, and indicators are asked by division and day', () => {
  const args = fieldOf('Query', 'students')
    ?.args.map(({ name }) => name)
    .toSorted();
  expect(args).toEqual(['after', 'filter', 'first', 'orderBy']);
  expect(String(fieldOf('Query', 'students')?.type)).toBe('StudentConnection');
  expect(
    fieldOf('Query', 'indicators')
      ?.args.map(({ name, type }) => `${name}: ${String(type)}`)
      .toSorted(),
  ).toEqual(['asOf: Date', 'division: String!']);
});

test('a student has its seam fields, and only its id is certain', () => {
  const fields = (schema.getType('Student') as GraphQLObjectType).getFields();
  expect(Object.keys(fields).toSorted()).toEqual(
    [
      'aidMatching',
      'casework',
      'disability',
      'formerIds',
      'household',
      'id',
      'labour',
      'poverty',
      'registerEntry',
      'responsibility',
      'risk',
      'schooling',
      'welfare',
      // Who looked at the child, from each agency's own log.
      'accessesAtCivilAffairs',
      'accessesAtCoordination',
      'accessesAtDisability',
      'accessesAtEducation',
      'accessesAtLabour',
      'accessesAtPolice',
      'accessesAtPoverty',
    ].toSorted(),
  );
  expect(
    Object.entries(fields)
      .filter(([, { type }]) => String(type).endsWith('!'))
      .map(([name]) => name),
  ).toEqual(['id']);
  expect(signatureOf('Student', 'formerIds')).toBe(': [ID!]');
});

test('a register says its state in the agreed words', () => {
  expect(valuesOf('RegisterKnowledge')).toEqual(['FOUND', 'NO_RECORD', 'OUT_OF_COVERAGE', 'NOT_LOADED']);
  expect(valuesOf('RegisterFreshness')).toEqual(['CURRENT', 'STALE']);
  expect(signatureOf('RegisterState', 'asOf')).toBe(': DateTime');
  expect(signatureOf('RegisterState', 'source')).toBe(': String!');
});

test('standing has the agreed values', () => {
  expect(valuesOf('Standing').toSorted()).toEqual(
    [
      'APPROVED_ABSENCE',
      'IN_SCHOOL',
      'NOT_YET_COMPULSORY',
      'OUT_OF_SCHOOL',
      'OUT_OF_SCOPE',
      'SUSPECTED',
      'UNVERIFIED',
    ].toSorted(),
  );
});

test.each([
  'name',
  'sex',
  'birthDate',
  'maskedResidentIdNumber',
  'registeredDivision',
  'residenceDivision',
  'standing',
  'focusGroups',
])('the register entry has %s', (field) => {
  expect(fieldOf('SchoolAgeEntry', field)).toBeDefined();
});

test('a whole number needs a reason', () => {
  expect(signatureOf('SchoolAgeEntry', 'residentIdNumber')).toBe('(reason: String!): String');
});

test('a division is code, name and level', () => {
  expect(Object.keys((schema.getType('Division') as GraphQLObjectType).getFields())).toEqual([
    'code',
    'name',
    'level',
  ]);
});
