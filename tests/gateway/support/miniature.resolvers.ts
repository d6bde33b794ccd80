import { GraphQLError } from 'graphql';
import { decodeJwt } from 'jose';
import type { MiniatureAgency } from './miniature.schema.js';

/** What a subgraph sees of a call. */
export interface SubgraphContext {
  readonly headers: Readonly<Record<string, string | undefined>>;
}

interface Reference {
  readonly id: string;
}

type Resolver = (parent: Reference, args: Record<string, unknown>, context: SubgraphContext) => unknown;
type Resolvers = Record<string, Record<string, Resolver | ((reference: Reference) => unknown)>>;

const PAGE = 50;
const askedBy: Resolver = (_, __, { headers }) => decodeJwt(String(headers.authorization?.slice(7))).sub;
const purpose: Resolver = (_, __, { headers }) => headers['x-purpose'];
const studentAt = (index: number) => ({ id: `child-${index}` });

/** Ids that make an agency refuse: `hidden…` is out of reach, `secret…` is not for this caller. */
function refuseById({ id }: Reference): void {
  if (id.startsWith('hidden')) throw refusal('NOT_FOUND');
  if (id.startsWith('secret')) throw refusal('FORBIDDEN');
  if (id.startsWith('broken')) throw new Error('CANARY select * from child where id_no = 990000200001010018');
  if (id.startsWith('leaky')) throw refusal('SOMETHING_ELSE');
}

function refusal(code: string): GraphQLError {
  return new GraphQLError(`CANARY ${code} for 990000200001010018`, {
    extensions: { code, stack: 'CANARY at /srv/agency.ts', url: 'http://10.0.0.1/graphql' },
  });
}

export const MINIATURE_RESOLVERS: Record<MiniatureAgency, Resolvers> = {
  coordination: {
    Query: {
      student: (_, { id }) => {
        if (id === 'unknown') throw refusal('NOT_FOUND');
        return { id };
      },
      students: (_, { first = 20 }) => ({
        totalCount: 1000,
        edges: Array.from({ length: Math.min(Number(first), PAGE) }, (__, index) => ({
          cursor: String(index),
          node: studentAt(index),
        })),
      }),
      cases: () => [{ id: 'case-1' }],
      reachable: () => ({ __typename: 'Office', code: 'O1', contact: '000' }),
      party: () => ({ __typename: 'Student', id: 'child-1' }),
    },
    Mutation: {
      openCase: (_, { studentId }) => ({ id: `case-of-${String(studentId)}`, student: { id: studentId } }),
    },
    Student: {
      __resolveReference: ({ id }: Reference) => ({ id }),
      formerIds: () => ['former-a', 'former-b'],
      registerEntry: (student: Reference) => ({ id: student.id, name: 'Zhang', standing: 'IN_SCHOOL' }),
      casework: () => [{ id: 'case-1' }],
    },
    RegisterEntry: { askedBy, purpose },
    Case: { student: () => studentAt(7), school: () => ({ code: 'S1' }) },
  },
  education: {
    Query: { school: (_, { code }) => ({ code }) },
    Student: {
      __resolveReference: ({ id }: Reference) => ({ id }),
      schooling: (student: Reference) => {
        refuseById(student);
        return { id: student.id, grade: 3 };
      },
    },
    Schooling: { askedBy, guardianPhone: () => '000', school: () => ({ code: 'S1' }) },
    School: {
      __resolveReference: (reference: object) => reference,
      name: () => 'First School',
      phone: () => null,
      pupils: () => [studentAt(1), studentAt(2)],
    },
  },
  'civil-affairs': {
    Student: {
      __resolveReference: ({ id }: Reference) => ({ id }),
      welfare: (student: Reference) => {
        refuseById(student);
        return { id: student.id, allowance: 100, share: -12.5, isPaid: true };
      },
    },
    Welfare: { askedBy, note: () => null, school: () => ({ code: 'S1' }) },
    School: { __resolveReference: (reference: object) => reference, aided: () => null },
  },
};
