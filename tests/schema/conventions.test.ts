import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'graphql';
import { agencyNames } from '../../subgraphs/index.js';
import { conventions } from './conventions.js';

const SDL_FOLDER = 'schema/subgraphs';
const subgraphs = agencyNames.map((name) => ({
  name,
  definitions: parse(readFileSync(`${SDL_FOLDER}/${name}.graphql`, 'utf8')).definitions,
}));
const named = Object.entries(conventions);

describe.each(subgraphs)('the schema of $name', ({ definitions }) => {
  test.each(named)('%s', (_, findBreaches) => {
    expect(findBreaches(definitions)).toEqual([]);
  });
});

/** For each convention what breaks it, beside something that keeps it, and what has to be found. */
const breaches: Readonly<Record<keyof typeof conventions, readonly [sdl: string, ...found: string[]]>> = {
  'describes every element in English with the official Chinese term': [
    `"Class (班级)." type SchoolClass {
      "Grade (年级)." grade("Day (日期)." on: Date, until: Date): Int
      name: String
      "班主任" teacher: Teacher
    }
    "Which (筛选条件)." input ClassFilter { "Grade" grade: Int }
    "State (状态)." enum ClassState { "Open (在办)." OPEN CLOSED }
    scalar Date`,
    'SchoolClass.grade(until:)',
    'SchoolClass.name',
    'SchoolClass.teacher',
    'ClassFilter.grade',
    'ClassState.CLOSED',
    'Date',
  ],
  'asks for a right at every root field': [
    `type Query {
      classes: [Int!] @requiresScopes(scopes: [["education.school.read"]])
      divisions: [Int!] @authenticated
      pupils: [Int!]
    }
    type Mutation { closeClass: Int }`,
    'pupils',
    'closeClass',
  ],
  'lets every root field fail without taking the others with it': [
    'type Query { pupils: [Int!] classes: [Int!]! }',
    'classes',
  ],
  'adds only nullable, guarded fields to Student': [
    `type Student {
      id: ID!
      schooling: Int @requiresScopes(scopes: [["education.schooling.read"]])
      aid: Int! @requiresScopes(scopes: [["education.aid.read"]])
      classes: Int @authenticated
    }`,
    'aid',
    'classes',
  ],
  'says the state of every register': [
    `type AidRegister { register: RegisterState! }
    type VisitRegister { register: RegisterState }
    type ClassRegister { register: String! }
    type PairingRegister { current: Int }`,
    'VisitRegister',
    'ClassRegister',
    'PairingRegister',
  ],
  'gives lists of any length as connections with their arguments': [
    `type School {
      classes(first: Int, after: String): ClassConnection
      pupils(first: Int): PupilConnection!
    }
    type Query { schools: SchoolConnection }`,
    'School.pupils',
    'Query.schools',
  ],
  'prefixes no name with an agency': [
    'type School { police: Int policeStation: Int name: String }',
    'School.policeStation',
  ],
  'says of what is deprecated what to use and when it goes': [
    `type School {
      name: String @deprecated(reason: "Use \`title\`. Removed after 2027-08-31.")
      kind: String @deprecated
      code: String @deprecated(reason: "Use \`id\`.")
      title: String
    }`,
    'School.kind',
    'School.code',
  ],
};

test.each(named)('a schema that breaks a convention is found: %s', (name, findBreaches) => {
  const [sdl, ...found] = breaches[name as keyof typeof conventions];
  expect(findBreaches(parse(sdl).definitions)).toEqual(found);
});

test('every agency has its SDL, and no SDL is without its agency', () => {
  expect(readdirSync(SDL_FOLDER).toSorted()).toEqual(agencyNames.map((name) => `${name}.graphql`).toSorted());
});
