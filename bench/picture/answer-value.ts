import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLEnumType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { sampleId } from './sample-id.js';

const LIST_LENGTH = 2;
/** A register in order; every other enum takes its first value. */
const PREFERRED = ['FOUND', 'CURRENT'];
const LEAVES: Readonly<Record<string, unknown>> = {
  Int: 3,
  Float: 1250.5,
  Boolean: true,
  Date: '2026-09-01',
  DateTime: '2026-11-20T01:00:00.000Z',
};

/** Where in the answer a value stands. */
export interface Place {
  /** Nodes of the nearest connection. */
  readonly pageSize: number;
  /** Number of the entity, so that a page holds different children. */
  readonly index: number;
  /** Values for fields of this object alone, by field name. */
  readonly given?: Readonly<Record<string, unknown>>;
}

export interface AnswerSource {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** @returns an object for a selection, with a value for every field, the same whenever it is asked for */
export function objectFor(
  set: SelectionSetNode,
  type: GraphQLObjectType,
  place: Place,
  source: AnswerSource,
): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [key, field] of fieldsOn(set, type, source)) {
    const name = field.name.value;
    const definition = type.getFields()[name];
    if (name === '__typename') object[key] = type.name;
    else if (place.given && Object.hasOwn(place.given, name)) object[key] = place.given[name];
    else if (!definition) throw new Error(`The agency has no field ${type.name}.${name}.`);
    else object[key] = valueFor(definition.type, field, type, place, source);
  }
  return object;
}

/** The planner merges fields before it sends them, so a response key stands once in a selection. */
function fieldsOn(
  { selections }: SelectionSetNode,
  type: GraphQLObjectType,
  source: AnswerSource,
): [string, FieldNode][] {
  return selections.flatMap((selection): [string, FieldNode][] => {
    if (selection.kind === Kind.FIELD) return [[selection.alias?.value ?? selection.name.value, selection]];
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? source.fragments.get(selection.name.value) : selection;
    if (!fragment || !appliesTo(fragment.typeCondition?.name.value, type, source)) return [];
    return fieldsOn(fragment.selectionSet, type, source);
  });
}

function appliesTo(
  condition: string | undefined,
  type: GraphQLObjectType,
  { schema }: AnswerSource,
): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && schema.isSubType(wanted, type);
}

function valueFor(
  type: GraphQLOutputType,
  field: FieldNode,
  parent: GraphQLObjectType,
  place: Place,
  source: AnswerSource,
): unknown {
  if (isNonNullType(type)) return valueFor(type.ofType, field, parent, place, source);
  if (isListType(type)) {
    const paged = parent.name.endsWith('Connection');
    const items = Array.from({ length: paged ? place.pageSize : LIST_LENGTH }, (_, index) => index);
    return items.map((index) =>
      valueFor(
        type.ofType,
        field,
        parent,
        { pageSize: LIST_LENGTH, index: paged ? index : place.index },
        source,
      ),
    );
  }
  const named = getNamedType(type);
  if (isCompositeType(named)) {
    const concrete = isObjectType(named) ? named : source.schema.getPossibleTypes(named)[0];
    if (!concrete || !field.selectionSet) throw new Error(`${named.name} has no type to answer with.`);
    return objectFor(field.selectionSet, concrete, { ...place, given: undefined }, source);
  }
  if (isEnumType(named)) return enumValue(named);
  if (field.name.value === 'id') return sampleId(place.index + 1);
  return LEAVES[named.name] ?? `${field.name.value} ${place.index}`;
}

function enumValue(type: GraphQLEnumType): string {
  const names = type.getValues().map(({ name }) => name);
  return names.find((name) => PREFERRED.includes(name)) ?? names[0] ?? '';
}
