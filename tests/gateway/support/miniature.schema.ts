import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@requiresScopes", "@authenticated"]
)`;

/** A hub of three agencies: small enough to read, with every shape that the seam has to survive. */
export const MINIATURE_SDL = {
  coordination: `${LINK}
    type Query {
      student(id: ID!): Student @authenticated
      students(first: Int, after: String): StudentConnection @authenticated
      cases: [Case!] @requiresScopes(scopes: [["coordination.case.read"]])
      party: Party
      reachable: Reachable
    }
    type Mutation {
      openCase(studentId: ID!): Case
    }
    type Student @key(fields: "id") {
      id: ID!
      formerIds: [ID!]
      registerEntry: RegisterEntry
      casework: [Case!] @requiresScopes(scopes: [["coordination.case.read"], ["hub.all.read"]])
    }
    type StudentConnection { edges: [StudentEdge!]! totalCount: Int }
    type StudentEdge { cursor: String! node: Student! }
    type RegisterEntry { name: String standing: Standing! askedBy: String purpose: String }
    enum Standing { IN_SCHOOL OUT_OF_SCHOOL }
    type Case { id: ID! student: Student school: School }
    type School @key(fields: "code", resolvable: false) { code: ID! }
    union Party = Student | Office
    interface Reachable { code: ID! contact: String }
    type Office implements Reachable {
      code: ID!
      contact: String @requiresScopes(scopes: [["coordination.case.read"]])
      secret: String @requiresScopes(scopes: [["coordination.case.read"]])
    }
  `,
  education: `${LINK}
    type Query {
      school(code: ID!): School
    }
    type Student @key(fields: "id") {
      id: ID!
      schooling: Schooling
    }
    type Schooling {
      grade: Int
      school: School
      askedBy: String
      guardianPhone: String @requiresScopes(scopes: [["education.phone.read"]])
    }
    type School @key(fields: "code") { code: ID! name: String! phone: String pupils: [Student!]! }
  `,
  'civil-affairs': `${LINK}
    type Student @key(fields: "id") {
      id: ID!
      welfare: Welfare @requiresScopes(scopes: [["civil-affairs.welfare.read"]])
    }
    type Welfare { allowance: Int share: Float isPaid: Boolean askedBy: String note: String school: School }
    type School @key(fields: "code") { code: ID! aided: Int }
  `,
} as const;

export type MiniatureAgency = keyof typeof MINIATURE_SDL;
export const MINIATURE_AGENCIES = Object.keys(MINIATURE_SDL) as MiniatureAgency[];

export function composeMiniature(extra: Partial<Record<MiniatureAgency, string>> = {}): string {
  const composed = composeServices(
    MINIATURE_AGENCIES.map((name) => ({
      name,
      url: `http://${name}.invalid/graphql`,
      typeDefs: parse(MINIATURE_SDL[name] + (extra[name] ?? '')),
    })),
  );
  if (!composed.supergraphSdl) throw new Error(composed.errors?.map(({ message }) => message).join('\n'));
  return composed.supergraphSdl;
}
