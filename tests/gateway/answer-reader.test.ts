import { isDeepStrictEqual } from 'node:util';
import { buildSchema, parse } from 'graphql';
import { readExpected } from '../../gateway/answer/answer-reader.js';
import { fetchShapeOf, type FetchShape } from '../../gateway/answer/fetch-shape.js';
import { stringifyLazily } from '../../gateway/answer/lazy-json.js';
import { isWellFormed } from '../../gateway/answer/seal.js';
import { changesOf, garble } from './support/garbled-json.js';

const SCHEMA = buildSchema(`
  type Query { student(id: ID!): Student  totalCount: Int }
  type Student { id: ID! formerIds: [ID!] schooling: Schooling casework: [Case!] seat: Seat }
  type Schooling { grade: Int! share: Float isPaid: Boolean standing: Standing! school: School since: Date }
  type School { code: ID! name: String! }
  type Case { id: ID! note: String }
  union Seat = School | Case
  enum Standing { IN_SCHOOL OUT_OF_SCHOOL }
  scalar Date
`);
const CONTEXT = {
  schema: SCHEMA,
  seams: {
    isEntity: (typeName: string) => typeName === 'Student' || typeName === 'School',
    agencyOf: (typeName: string, field: string) =>
      typeName === 'Student' && field !== 'id' ? 'education' : undefined,
  },
};
const REPRESENTATIONS = {
  representations: [
    { __typename: 'Student', id: 'a' },
    { __typename: 'Student', id: 'b' },
  ],
};
const SCHOOLING = {
  grade: 3,
  share: -12.5,
  isPaid: true,
  standing: 'IN_SCHOOL',
  school: { code: 'S1', name: '\u4e00 "First"' },
  since: '2026-09-01',
};
const ALL_SCHOOLING = 'schooling { grade share isPaid standing school { code name } since }';

interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly data: unknown;
}
const ASKED: Record<string, Asked> = {
  'about entities': {
    query: `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Student { __typename formerIds ${ALL_SCHOOLING} } }
    }`,
    variables: REPRESENTATIONS,
    data: {
      _entities: [
        { __typename: 'Student', formerIds: ['a', 'b'], schooling: SCHOOLING },
        { __typename: 'Student', formerIds: [], schooling: null },
      ],
    },
  },
  'about an entity inside a value': {
    query: `query ($representations: [_Any!]!) {
      _entities(representations: $representations) {
        ... on Student { s: schooling { standing school { __typename code } } casework { id note } }
      }
    }`,
    variables: REPRESENTATIONS,
    data: {
      _entities: [
        {
          s: { standing: 'OUT_OF_SCHOOL', school: { __typename: 'School', code: 'S1' } },
          casework: [{ id: 1, note: null }],
        },
        null,
      ],
    },
  },
  'from the root': {
    query: `query ($yes: Boolean!) {
      totalCount
      student(id: "a") { id casework { id note @include(if: $yes) } seat { ... on School { name } ... on Case { id } } }
    }`,
    variables: { yes: true },
    data: {
      totalCount: 7,
      student: { id: 'a', casework: [{ id: 'c', note: 'n' }], seat: { name: 'First' } },
    },
  },
};

/** @returns the data that the text is taken to mean, or undefined when it has to be looked at again */
function read(text: string, shape: FetchShape, variables: Asked['variables']): unknown {
  const data = readExpected(Buffer.from(text), shape, variables);
  return data && (JSON.parse(String(stringifyLazily(data))) as unknown);
}

function parseAndCheck(text: string, shape: FetchShape, variables: Asked['variables']): unknown {
  const { data, ...rest } = JSON.parse(text) as { data: Record<string, unknown> };
  return Object.keys(rest).length === 0 && isWellFormed(data, shape, variables) ? data : undefined;
}

describe.each(Object.entries(ASKED))('an answer %s', (_, { query, variables, data }) => {
  const shape = fetchShapeOf(parse(query), CONTEXT);
  const text = JSON.stringify({ data });

  test('is read without parsing the whole, also when a line end follows', () => {
    expect(read(text, shape, variables)).toEqual(data);
    expect(read(`${text}\n`, shape, variables)).toEqual(data);
  });

  test('is never read as anything that parsing and checking it would refuse, whatever is changed in it', () => {
    let accepted = 0;
    for (const change of changesOf(text)) {
      const garbled = garble(text, change);
      const asText = read(garbled, shape, variables);
      if (asText === undefined) continue;
      accepted += 1;
      const asWhole = parseAndCheck(garbled, shape, variables);
      if (!isDeepStrictEqual(asText, asWhole))
        expect({ garbled, data: asText }).toEqual({ garbled, data: asWhole });
    }
    expect(accepted).toBeGreaterThan(10);
  });
});

test.each([1, 3])('an answer about two entities that holds %d is not read', (count) => {
  const { query, variables, data } = ASKED['about entities'] as Asked;
  const [entity] = (data as { _entities: unknown[] })._entities;
  const text = JSON.stringify({ data: { _entities: Array.from({ length: count }, () => entity) } });
  expect(read(text, fetchShapeOf(parse(query), CONTEXT), variables)).toBeUndefined();
});
