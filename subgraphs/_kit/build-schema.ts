import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { buildSchema, createResolversMap, type NonEmptyArray } from 'type-graphql';
import type { EntityReference, SubgraphDefinition } from './define-subgraph.js';
import { resolveEntitiesSafely } from './entities-resolver.js';
import { applyGate } from './gate.js';
import { HubError } from './errors.js';
import { STUDENT_ID_PATTERN } from './identity/student-id.js';
import { withAuthenticatedRoots } from './schema/authenticated-roots.js';
import { DateTimeScalar } from './schema/date-time.scalar.js';

const FEDERATION = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@authenticated", "@requiresScopes"]
)`;

/** A child is named by any id of its set; whether the caller may reach it is the gate's question. */
function studentReference({ student }: SubgraphDefinition): EntityReference {
  return {
    type: student,
    resolve: ({ id }) => {
      if (typeof id !== 'string' || !STUDENT_ID_PATTERN.test(id)) throw new HubError('NOT_FOUND');
      return { id };
    },
  };
}

export interface SubgraphSchema {
  readonly schema: GraphQLSchema;
  readonly typeDefs: DocumentNode;
}

/** Builds an agency's executable subgraph schema, every resolver behind the gate. */
export async function buildAgencySchema(definition: SubgraphDefinition): Promise<SubgraphSchema> {
  const references = { Student: studentReference(definition), ...definition.references };
  const codeFirst = await buildSchema({
    resolvers: definition.resolvers as unknown as NonEmptyArray<new () => object>,
    orphanedTypes: [
      ...Object.values(references).map(({ type }) => type),
      ...(definition.orphanedTypes ?? []),
    ] as never[],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    validate: false,
    skipCheck: true,
  });
  const typeDefs = withAuthenticatedRoots(parse(`${FEDERATION}\n${printSchemaWithDirectives(codeFirst)}`));
  const resolvers = createResolversMap(codeFirst);
  const schema = applyGate(buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]));
  resolveEntitiesSafely(schema, references);
  return { schema, typeDefs };
}
