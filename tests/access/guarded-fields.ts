import { readFileSync } from 'node:fs';
import {
  buildASTSchema,
  getNamedType,
  isObjectType,
  parse,
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
} from 'graphql';

/** Fields of one type that a schema guards by the same right, their own or their type's. */
export interface GuardedFields {
  readonly type: string;
  readonly fields: readonly string[];
  readonly scope: string;
}

/** Rights without which a field is refused, as one of the hub's two layers reads them from the schema. */
export type GuardsOf = (type: GraphQLObjectType, field: GraphQLField<unknown, unknown>) => readonly string[];

/** Reads a subgraph's SDL or the supergraph as an ordinary schema, the directives kept on the nodes. */
export function readSchema(file: string): GraphQLSchema {
  return buildASTSchema(parse(readFileSync(file, 'utf8')), { assumeValidSDL: true });
}

/** Every guarded field of a schema by itself, in the schema's order, once for each right that it needs. */
export function guardedFieldsOf(schema: GraphQLSchema): readonly GuardedFields[] {
  return (
    Object.values(schema.getTypeMap())
      .filter(isObjectType)
      // A mutation is tried where it is tested: trying it here would carry it out.
      .filter((type) => type.name !== 'Mutation' && !isAccessLog(type))
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter(({ type: target }) => !isAccessLog(getNamedType(target)))
          .flatMap((field) =>
            guardsInAgency(type, field).map((scope) => ({ type: type.name, fields: [field.name], scope })),
          ),
      )
  );
}

/** The agencies' logs open for the purpose AUDIT alone, in which nothing else does: their own tests ask them. */
export function isAccessLog(type: { readonly astNode?: ObjectTypeDefinitionNode | null | object }): boolean {
  const { directives = [] } = (type.astNode ?? {}) as ObjectTypeDefinitionNode;
  return directives.some(
    ({ name, arguments: given }) =>
      name.value === 'dataClass' &&
      given?.some(({ value }) => value.kind === 'StringValue' && value.value === 'ACCESS_LOG'),
  );
}

/**
 * Types that are asked for by tests of their own: logs, and the work list, which shows each caller what its own rights give
 * it to do, so that no other caller's answer says what it has to hold.
 */
export function isAskedApart(type: {
  readonly name: string;
  readonly astNode?: ObjectTypeDefinitionNode | null | object;
}): boolean {
  return isAccessLog(type) || type.name === 'WorkList';
}

/** The same with those together that are of one type and need one right. */
export function guardedGroupsOf(schema: GraphQLSchema): readonly GuardedFields[] {
  const groups = Map.groupBy(guardedFieldsOf(schema), ({ type, scope }) => `${type} ${scope}`);
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map((first) => ({ ...first, fields: group.flatMap(({ fields }) => fields) })),
  );
}

/** An agency asks for the rights of the field and of the type that it belongs to, by whatever edge it is reached. */
export const guardsInAgency: GuardsOf = (type, { astNode }) => [
  ...new Set([...scopesOf(type.astNode), ...scopesOf(astNode)]),
];

/** The gateway asks for the rights of a type already where a field leads to it. */
export const guardsInGateway: GuardsOf = (type, field) => {
  const target = getNamedType(field.type);
  return [...guardsInAgency(type, field), ...(isObjectType(target) ? scopesOf(target.astNode) : [])];
};

/** @throws when a guard is not one single scope: whoever writes such a guard must teach these tests about it. */
function scopesOf(
  node: { readonly directives?: readonly ConstDirectiveNode[] } | null | undefined,
): readonly string[] {
  const guards = (node?.directives ?? []).filter(({ name }) => name.value === 'requiresScopes');
  return guards.map(({ arguments: given }) => {
    const alternatives = given?.[0]?.value;
    const all = alternatives?.kind === 'ListValue' ? alternatives.values : [];
    const scopes = all[0]?.kind === 'ListValue' ? all[0].values : [];
    const [scope] = scopes;
    if (all.length !== 1 || scopes.length !== 1 || scope?.kind !== 'StringValue')
      throw new Error('A guard is more than one single scope.');
    return scope.value;
  });
}
