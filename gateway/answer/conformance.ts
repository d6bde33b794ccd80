import {
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { isRecord } from './untrusted-json.js';
import type { Reader } from './value-reader.js';

export type Check = (value: unknown) => boolean;

/** A selected field of a subgraph fetch. */
export interface SelectedField {
  /** Selected whatever the variables and the runtime type are. */
  readonly required: boolean;
  /** Its null may stand for a missing answer. */
  readonly isSeam: boolean;
  readonly conforms: Check;
  /** For text that is as expected; it accepts nothing that does not conform. */
  readonly reader: Reader;
}

/** By response key. */
export type SelectedFields = ReadonlyMap<string, SelectedField>;

const TYPENAME = '__typename';
const anything: Check = () => true;

const LEAF_CHECKS: Readonly<Record<string, Check>> = {
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string' || Number.isInteger(value),
  Int: (value) => Number.isInteger(value),
  Float: (value) => typeof value === 'number',
  Boolean: (value) => typeof value === 'boolean',
};

/**
 * Checks that an agency's value is of the type that the schema promises. The engine itself trusts it: a field
 * left out, text for an object or an unknown enum value would be read as null, and a null inside a record
 * means "none"; a type name out of place would fail the whole request.
 *
 * @param type undefined for what the public schema does not show; it is accepted as it is
 */
export function checkOf(
  type: GraphQLOutputType | undefined,
  inside: SelectedFields,
  schema: GraphQLSchema,
): Check {
  if (!type) return anything;
  if (isNonNullType(type)) {
    const inner = checkOf(type.ofType, inside, schema);
    return (value) => value !== null && inner(value);
  }
  if (isListType(type)) {
    const item = checkOf(type.ofType, inside, schema);
    return (value) => value === null || (Array.isArray(value) && value.every(item));
  }
  const check = inside.size ? checkObject(inside, typeNamesOf(type, schema)) : checkLeaf(type);
  return (value) => value === null || check(value);
}

/** @returns a check that also removes what was not asked for: answers are merged into one object per child, so an agency could otherwise speak in another's name */
export function checkObject(fields: SelectedFields, typeNames: ReadonlySet<string>): Check {
  return (value) => {
    if (!isRecord(value)) return false;
    const typeName = value[TYPENAME];
    if (typeName !== undefined && !typeNames.has(String(typeName))) return false;
    let found = 0;
    for (const [key, { required, conforms }] of fields) {
      const inner = value[key];
      if (inner === undefined) {
        if (required) return false;
        continue;
      }
      found += 1;
      if (!conforms(inner)) return false;
    }
    dropUnasked(value, fields, found);
    return true;
  };
}

/** @param found how many of the selected keys are there: with no more keys than that, nothing is to be dropped */
function dropUnasked(value: Record<string, unknown>, selected: SelectedFields, found: number): void {
  let keys = 0;
  for (const key in value) if (Object.hasOwn(value, key)) keys += 1;
  if (keys === found) return;
  for (const key of Object.keys(value)) if (!selected.has(key)) delete value[key];
}

function checkLeaf(type: GraphQLNamedType): Check {
  if (!isEnumType(type)) return LEAF_CHECKS[type.name] ?? anything;
  const names = new Set<unknown>(type.getValues().map(({ name }) => name));
  return (value) => names.has(value);
}

function typeNamesOf(type: GraphQLNamedType, schema: GraphQLSchema): ReadonlySet<string> {
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  return new Set(types.map(({ name }) => name));
}
