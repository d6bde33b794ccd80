import { buildSubgraphSchema, type GraphQLSchemaModule } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { GraphQLScalarType, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { buildSchema, createResolversMap, type ResolversMap } from 'type-graphql';
import type { EntityReference, SubgraphDefinition } from './define-subgraph.js';
import { resolveEntitiesSafely } from './entities-resolver.js';
import { DATA_CLASS_DIRECTIVE, unclassifiedFields } from './access/data-class.js';
import { applyGate } from './access/gate.js';
import { createAccessLogResolvers } from './audit/access-log.resolver.js';
import { HubError } from './errors.js';
import { STUDENT_ID_PATTERN } from './identity/student-id.js';
import { withAuthenticatedRoots } from './schema/authenticated-roots.js';
import { withPageClasses } from './schema/page-classes.js';
import { createWorkResolvers } from './work/work.resolver.js';
import { DateTimeScalar } from './schema/date-time.scalar.js';

const FEDERATION = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@authenticated", "@requiresScopes", "@composeDirective"]
) @link(url: "https://student-support-hub.invalid/data-class/v1.0", import: ["@dataClass"])
  @composeDirective(name: "@dataClass")`;

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

/** Type by type, in plain objects: what the one library makes is what the other one takes. */
function asModule(resolvers: ResolversMap): NonNullable<GraphQLSchemaModule['resolvers']> {
  return Object.fromEntries(
    Object.entries(resolvers).map(([type, own]) => [
      type,
      own instanceof GraphQLScalarType ? own : Object.fromEntries(Object.entries(own)),
    ]),
  );
}

/** Builds an agency's executable subgraph schema, every resolver behind the gate. */
export async function buildAgencySchema(definition: SubgraphDefinition): Promise<SubgraphSchema> {
  const references = { Student: studentReference(definition), ...definition.references };
  const [first, ...rest] = [
    ...definition.resolvers,
    ...createAccessLogResolvers(definition),
    ...createWorkResolvers(definition),
  ];
  if (!first) throw new Error(`${definition.name} resolves nothing.`);
  const codeFirst = await buildSchema({
    resolvers: [first, ...rest],
    orphanedTypes: [
      ...Object.values(references).map(({ type }) => type),
      ...(definition.orphanedTypes ?? []),
    ],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    validate: false,
    skipCheck: true,
  });
  const text = `${FEDERATION}\n${DATA_CLASS_DIRECTIVE}\n${printSchemaWithDirectives(codeFirst)}`;
  const typeDefs = withPageClasses(withAuthenticatedRoots(parse(text)));
  const ungated = buildSubgraphSchema([{ typeDefs, resolvers: asModule(createResolversMap(codeFirst)) }]);
  const unclassified = unclassifiedFields(ungated);
  if (unclassified.length > 0)
    throw new Error(`Fields of ${definition.name} without a data class: ${unclassified.join(', ')}.`);
  const schema = applyGate(ungated);
  resolveEntitiesSafely(schema, references);
  return { schema, typeDefs };
}
