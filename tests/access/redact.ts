import {
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

export type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

export interface Redacted {
  readonly data: Json;
  /** Where something was taken out, as the paths of errors say it. */
  readonly places: readonly string[];
}

/**
 * What has to be left of an answer when some of its fields are refused: each is null, and where it may not be
 * null, the nearest thing around it that may. Written from the GraphQL specification alone, so that gateway and
 * agencies can be held against it. Answers must be without aliases.
 */
export function redact(
  answer: Json,
  schema: GraphQLSchema,
  isRefused: (type: GraphQLObjectType, field: GraphQLField<unknown, unknown>) => boolean,
): Redacted {
  const places: string[] = [];
  return { data: remainder(answer, schema.getQueryType(), []), places };

  function remainder(
    value: Json,
    declared: GraphQLOutputType | null | undefined,
    path: readonly (string | number)[],
  ): Json {
    const type = declared && getNullableType(declared);
    if (isList(value)) {
      const itemType = isListType(type) ? type.ofType : undefined;
      const items = value.map((item, index) => remainder(item, itemType, [...path, index]));
      return isNonNullType(itemType) && items.includes(null) ? null : items;
    }
    if (typeof value !== 'object' || value === null) return value;
    const holder = isObjectType(type) ? type : schema.getType(String(value['__typename']));
    if (!isObjectType(holder)) throw new Error(`${path.join('.')} does not say its type.`);
    const fields = holder.getFields();
    const rest = Object.entries(value).map(([key, inner]): readonly [string, Json] => {
      const field = fields[key];
      if (!field || !isRefused(holder, field)) return [key, remainder(inner, field?.type, [...path, key])];
      places.push([...path, key].join('.'));
      return [key, null];
    });
    const isLost = rest.some(([key, inner]) => inner === null && isNonNullType(fields[key]?.type));
    return isLost ? null : Object.fromEntries(rest);
  }
}

/** Where one of some fields stands in an answer, as the paths of errors say it. */
export function placesOf(
  { type: holder, fields }: { readonly type: string; readonly fields: readonly string[] },
  answer: Json,
  schema: GraphQLSchema,
): readonly string[] {
  return redact(answer, schema, (type, { name }) => type.name === holder && fields.includes(name)).places;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
