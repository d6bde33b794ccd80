import {
  getNamedType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { AccessRules, Requirement } from './access-rules.js';

/** @returns every requirement that any field of the operation, or of any fragment beside it, carries */
export function collectRequirements(
  operation: OperationDefinitionNode,
  {
    schema,
    rules,
    fragments,
  }: { schema: GraphQLSchema; rules: AccessRules; fragments: ReadonlyMap<string, FragmentDefinitionNode> },
): ReadonlySet<Requirement> {
  const found = new Set<Requirement>();
  const types = new TypeInfo(schema);
  for (const node of [operation, ...fragments.values()]) {
    visit(
      node,
      visitWithTypeInfo(types, {
        Field({ name }) {
          const parent = types.getParentType();
          const type = types.getType();
          if (!parent || !type) return;
          for (const requirement of rules.requirementsOf(parent, name.value, getNamedType(type).name)) {
            found.add(requirement);
          }
        },
      }),
    );
  }
  return found;
}
