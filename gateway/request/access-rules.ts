import {
  isAbstractType,
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
} from 'graphql';

/** Any one of the inner lists suffices, and of that one every scope is needed; an empty outer list never does. */
export type Requirement = readonly (readonly string[])[];

export interface AccessRules {
  /** @returns every requirement that a caller must meet to select the field */
  requirementsOf(
    parent: GraphQLCompositeType,
    fieldName: string,
    returnTypeName: string,
  ): readonly Requirement[];
}

const NONE: readonly Requirement[] = [];

/**
 * Reads `@requiresScopes` from a supergraph: on the field, on the type it returns and on the type it belongs
 * to. `@authenticated` adds nothing, since no request without a valid token gets this far. `@policy` has no
 * evaluator here, so it is never met rather than silently ignored.
 */
export function readAccessRules(supergraph: DocumentNode, schema: GraphQLSchema): AccessRules {
  const declared = new Map<string, Requirement[]>();
  for (const definition of supergraph.definitions) {
    if (!('directives' in definition) || !('name' in definition) || !definition.name) continue;
    record(declared, definition.name.value, definition.directives as readonly ConstDirectiveNode[]);
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      continue;
    for (const field of definition.fields ?? []) {
      record(declared, `${definition.name.value}.${field.name.value}`, field.directives ?? []);
    }
  }
  const known = new Map<string, readonly Requirement[]>();
  return {
    requirementsOf(parent, fieldName, returnTypeName) {
      const coordinate = `${parent.name}.${fieldName}`;
      let requirements = known.get(coordinate);
      if (!requirements) {
        // Through an interface the field of any implementation may be reached, so the strictest counts.
        const holders = [parent, ...(isAbstractType(parent) ? schema.getPossibleTypes(parent) : [])];
        const found = [
          returnTypeName,
          ...holders.flatMap(({ name }) => [name, `${name}.${fieldName}`]),
        ].flatMap((place) => declared.get(place) ?? []);
        requirements = found.length ? found : NONE;
        known.set(coordinate, requirements);
      }
      return requirements;
    },
  };
}

export function meets(scopes: ReadonlySet<string>, requirements: readonly Requirement[]): boolean {
  return requirements.every((anyOf) => anyOf.some((allOf) => allOf.every((scope) => scopes.has(scope))));
}

function record(
  declared: Map<string, Requirement[]>,
  place: string,
  directives: readonly ConstDirectiveNode[],
): void {
  const requirements = directives.flatMap(toRequirement);
  if (requirements.length) declared.set(place, [...(declared.get(place) ?? []), ...requirements]);
}

function toRequirement(directive: ConstDirectiveNode): Requirement[] {
  if (directive.name.value === 'policy') return [[]];
  if (directive.name.value !== 'requiresScopes') return [];
  const scopes = directive.arguments?.find((argument) => argument.name.value === 'scopes')?.value;
  if (scopes?.kind !== Kind.LIST) return [[]];
  return [
    scopes.values.map((allOf) =>
      (allOf.kind === Kind.LIST ? allOf.values : [allOf]).flatMap((scope) =>
        scope.kind === Kind.STRING ? [scope.value] : [],
      ),
    ),
  ];
}
