import { MapperKind, getDirective, mapSchema, type DirectableObject } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { HubError } from './errors.js';
import type { Caller } from './caller.js';
import type { RequestContext } from './request-context.js';

type Context = RequestContext;
type Resolver = GraphQLFieldResolver<unknown, Context>;

/** Root fields that the federation machinery itself asks for; `_entities` leads to gated fields. */
const MACHINERY = new Set(['_service', '_entities']);

/**
 * The one gate: every way to a record passes here, whether a root field, a nested path or `_entities`.
 *
 * Order: is there a caller, does the token carry the field's scope, is the child within reach. Resolvers of
 * `Student` fields receive the resolved `StudentIdentity` and need not ask again. A refusal costs the field
 * alone; unknown children and children out of reach are refused with the same words.
 */
export function applyGate(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field: GraphQLFieldConfig<unknown, Context>, fieldName, typeName) => {
      if (typeName.startsWith('_') || MACHINERY.has(fieldName)) return field;
      const scopes = [scopesOfType(schema, typeName), scopesOf(schema, field)].filter(
        (rule) => rule.length > 0,
      );
      const isSeam = typeName === 'Student' && fieldName !== '__typename';
      if (scopes.length === 0 && !isSeam) return field;
      const resolve = field.resolve ?? defaultFieldResolver;
      return {
        ...field,
        resolve: isSeam ? gateSeam(resolve, scopes, fieldName) : gateField(resolve, scopes),
      };
    },
  });
}

/** An OR of ANDs, as the directive writes it; empty when the element asks for nothing. */
type ScopeRule = readonly (readonly string[])[];

function scopesOf(schema: GraphQLSchema, element: DirectableObject): ScopeRule {
  return (getDirective(schema, element, 'requiresScopes')?.[0]?.['scopes'] as ScopeRule | undefined) ?? [];
}

/** A right asked for by a type is asked for by each of its fields, whichever edge leads to it. */
function scopesOfType(schema: GraphQLSchema, typeName: string): ScopeRule {
  const type = schema.getType(typeName);
  return type ? scopesOf(schema, type) : [];
}

function gateField(resolve: Resolver, rules: readonly ScopeRule[]): Resolver {
  return (root, args, context, info) => {
    assertScopes(context.caller, rules);
    return resolve(root, args, context, info);
  };
}

function gateSeam(resolve: Resolver, rules: readonly ScopeRule[], fieldName: string): Resolver {
  return async (root, args, context, info) => {
    assertScopes(context.caller, rules);
    const student = await context.loaders.students.load((root as { id: string }).id);
    if (!student) throw new HubError('NOT_FOUND');
    return fieldName === 'id' ? student.id : resolve(student, args, context, info);
  };
}

/** Every rule must be met; one of a rule's alternatives is enough. */
function assertScopes({ scopes: held }: Caller, rules: readonly ScopeRule[]): void {
  if (!rules.every((rule) => rule.some((all) => all.every((scope) => held.has(scope)))))
    throw new HubError('FORBIDDEN');
}
