import { MapperKind, getDirective, mapSchema, type DirectableObject } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  isObjectType,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import type { DataClass } from '../../../policies/purposes.js';
import { HubError } from '../errors.js';
import type { RequestContext } from '../request-context.js';
import { classesNeeded } from './data-class.js';

type Context = RequestContext;
type Resolver = GraphQLFieldResolver<unknown, Context>;

/** An OR of ANDs, as the directive writes it; empty when the element asks for nothing. */
type ScopeRule = readonly (readonly string[])[];

/** Leads to gated fields. */
const ENTITIES = '_entities';
/** The schema as it is composed is for whoever runs the hub; composing reads the committed files. */
const SERVICE = '_service';
const SYSTEM_MANAGE: ScopeRule = [['hub.system.manage']];

/** What a caller must bring for one field. */
interface Requirement {
  readonly coordinate: string;
  readonly scopes: readonly ScopeRule[];
  readonly classes: readonly DataClass[];
}

const gated = new WeakSet<object>();

/** Whether a field's resolver stands behind the gate: asked by the proof that walks the schema. */
export function isGated(resolve: unknown): boolean {
  return typeof resolve === 'function' && gated.has(resolve);
}

/**
 * The one gate: every way to a record passes here, whether a root field, a nested path, `_entities` or a mutation.
 *
 * Order: does the token carry the field's scope, do purpose and approval reach its class of data, is the child within
 * reach; what was read is noted for the access log. Resolvers of `Student` fields receive the resolved
 * `StudentIdentity` and need not ask again. A refusal costs the field alone; unknown children and children out of
 * reach are refused with the same words.
 */
export function applyGate(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field: GraphQLFieldConfig<unknown, Context>, fieldName, typeName) => {
      if (typeName.startsWith('_') || fieldName === ENTITIES) return field;
      const machinery = fieldName === SERVICE ? SYSTEM_MANAGE : [];
      const requirement: Requirement = {
        coordinate: `${typeName}.${fieldName}`,
        scopes: [scopesOfType(schema, typeName), scopesOf(schema, field), machinery].filter(
          (rule) => rule.length > 0,
        ),
        classes: classesNeeded(schema, typeName, field),
      };
      const isSeam = typeName === 'Student' && fieldName !== '__typename';
      if (requirement.scopes.length === 0 && requirement.classes.length === 0 && !isSeam) return field;
      const resolve = field.resolve ?? defaultFieldResolver;
      const behind = isSeam ? gateSeam(resolve, requirement, fieldName) : gateField(resolve, requirement);
      gated.add(behind);
      return { ...field, resolve: behind };
    },
  });
}

function scopesOf(schema: GraphQLSchema, element: DirectableObject): ScopeRule {
  return (getDirective(schema, element, 'requiresScopes')?.[0]?.['scopes'] as ScopeRule | undefined) ?? [];
}

/** A right asked for by a type is asked for by each of its fields, whichever edge leads to it. */
function scopesOfType(schema: GraphQLSchema, typeName: string): ScopeRule {
  const type = schema.getType(typeName);
  return isObjectType(type) ? scopesOf(schema, type) : [];
}

function gateField(resolve: Resolver, requirement: Requirement): Resolver {
  return (root, args, context, info) => {
    assertMay(context, requirement);
    if (requirement.classes.length > 0) context.trail.field(root, requirement.coordinate);
    return resolve(root, args, context, info);
  };
}

function gateSeam(resolve: Resolver, requirement: Requirement, fieldName: string): Resolver {
  return async (root, args, context, info) => {
    const { id } = root as { id: string };
    const { access, trail } = context;
    if (!meets(context, requirement)) {
      trail.child(id, requirement.coordinate, 'DENIED');
      throw new HubError('FORBIDDEN');
    }
    const student = await context.loaders.students.load(id);
    if (!student || (access.onlyStudent !== undefined && !student.memberIds.includes(access.onlyStudent))) {
      trail.child(id, requirement.coordinate, 'NOT_FOUND');
      throw new HubError('NOT_FOUND');
    }
    trail.child(student.id, requirement.coordinate, 'DELIVERED');
    return fieldName === 'id' ? student.id : resolve(student, args, context, info);
  };
}

function assertMay(context: Context, requirement: Requirement): void {
  if (meets(context, requirement)) return;
  context.trail.denied(requirement.coordinate);
  throw new HubError('FORBIDDEN');
}

/** Answers of one request, since a page asks the same of fifty children. */
const decided = new WeakMap<Context['access'], Map<Requirement, boolean>>();

function meets({ access, caller }: Context, requirement: Requirement): boolean {
  let answers = decided.get(access);
  if (!answers) decided.set(access, (answers = new Map()));
  let answer = answers.get(requirement);
  if (answer === undefined) {
    // Every rule must be met; one of a rule's alternatives is enough.
    answer =
      requirement.scopes.every((rule) =>
        rule.some((all) => all.every((scope) => caller.scopes.has(scope))),
      ) && requirement.classes.every((dataClass) => access.allows(dataClass));
    answers.set(requirement, answer);
  }
  return answer;
}
