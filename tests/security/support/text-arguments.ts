import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isScalarType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { isAccessLog } from '../../access/guarded-fields.js';
import type { ArgumentLiterals } from '../../access/every-path.js';

/** One place of the schema at which a client may say something in letters, with an operation that says it there. */
export interface TextArgument {
  /** Such as `Query.students(filter.name)`. */
  readonly coordinate: string;
  /** Whether it belongs to the access logs, which open for the purpose AUDIT alone. */
  readonly isOfAccessLog: boolean;
  /** Takes the text as `$text` and, where it commands something, an idempotency key as `$key`. */
  readonly operation: string;
}

const TEXTUAL = new Set(['String', 'ID', 'Date', 'DateTime']);
type Input = GraphQLArgument | GraphQLInputField;
type Field = GraphQLField<unknown, unknown>;

/** Every argument of text, and every field of text in an input object, that can be reached from a root field. */
export function textArgumentsOf(schema: GraphQLSchema, literals: ArgumentLiterals): readonly TextArgument[] {
  const { query, mutation } = { query: schema.getQueryType(), mutation: schema.getMutationType() };
  if (!query || !mutation) throw new Error('The schema lacks a root type.');
  const found = new Map<string, TextArgument>();
  const add = (each: TextArgument) => found.set(each.coordinate, found.get(each.coordinate) ?? each);
  const isOfLog = ({ type }: Field) => isAccessLog(getNamedType(type));
  walk(query, { keyword: 'query', follow: (field) => !isOfLog(field), isOfAccessLog: false }).forEach(add);
  walk(query, {
    keyword: 'query',
    follow: (field, type) => type !== query || isOfLog(field),
    isOfAccessLog: true,
  }).forEach(add);
  walk(mutation, { keyword: 'mutation', follow: () => false, isOfAccessLog: false }).forEach(add);
  return [...found.values()];

  function walk(
    root: GraphQLObjectType,
    {
      keyword,
      follow,
      isOfAccessLog,
    }: {
      readonly keyword: string;
      readonly follow: (field: Field, type: GraphQLObjectType) => boolean;
      readonly isOfAccessLog: boolean;
    },
  ): TextArgument[] {
    const places: TextArgument[] = [];
    const seen = new Set([root.name]);
    const queue: { readonly type: GraphQLObjectType; readonly path: readonly string[] }[] = [
      { type: root, path: [] },
    ];
    for (let at = queue.shift(); at; at = queue.shift()) {
      const { type, path } = at;
      for (const field of Object.values(type.getFields())) {
        if (!follow(field, type) && keyword === 'query') continue;
        const target = getNamedType(field.type);
        for (const argument of field.args)
          for (const { where, value, scalar } of placesIn(argument)) {
            const others = field.args.filter((each) => each !== argument);
            const call = `${field.name}(${[`${argument.name}: ${value}`, ...required(type, others, field)].join(', ')})`;
            const selection = isObjectType(target) ? [call, '__typename'] : [call];
            places.push({
              coordinate: `${type.name}.${field.name}(${where})`,
              isOfAccessLog,
              operation: operationOf(keyword, scalar, nested([...path, ...selection])),
            });
          }
        if (!isObjectType(target) || seen.has(target.name)) continue;
        seen.add(target.name);
        const given = required(type, field.args, field);
        const step = given.length > 0 ? `${field.name}(${given.join(', ')})` : field.name;
        queue.push({ type: target, path: [...path, step] });
      }
    }
    return places;
  }

  function required(type: GraphQLObjectType, args: readonly GraphQLArgument[], field: Field): string[] {
    return args
      .filter(isRequiredArgument)
      .map(
        (each) =>
          `${each.name}: ${literals[`${type.name}.${field.name}(${each.name}:)`] ?? literalOf(each.type)}`,
      );
  }
}

const operationOf = (keyword: string, scalar: string, selection: string) =>
  `${keyword} ($text: ${scalar}!${selection.includes('$key') ? ', $key: String!' : ''}) ${selection}`;

const nested = (path: readonly string[]): string =>
  path.reduceRight((below, step) => `{ ${step}${below && ` ${below}`} }`, '');

interface Place {
  readonly where: string;
  readonly value: string;
  readonly scalar: string;
}

function placesIn({ name, type }: Input): Place[] {
  const named = getNamedType(type);
  if (isScalarType(named) && TEXTUAL.has(named.name))
    return [{ where: name, value: isList(type) ? '[$text]' : '$text', scalar: named.name }];
  if (!isInputObjectType(named)) return [];
  const all = Object.values(named.getFields());
  return all.flatMap((field) =>
    placesIn(field).map(({ where, value, scalar }) => {
      const others = all.filter((each) => each !== field && isRequiredInputField(each));
      const fields = [`${field.name}: ${value}`, ...others.map(requiredField)];
      return { where: `${name}.${where}`, value: `{ ${fields.join(', ')} }`, scalar };
    }),
  );
}

const requiredField = ({ name, type }: GraphQLInputField) =>
  `${name}: ${name === 'idempotencyKey' ? '$key' : literalOf(type)}`;

function isList(type: GraphQLInputType): boolean {
  return isNonNullType(type) ? isList(type.ofType) : isListType(type);
}

/** Something that fits the type; whether it means anything is no matter. */
function literalOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literalOf(type.ofType);
  if (isListType(type)) return `[${literalOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const given = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${given.map(requiredField).join(', ')} }`;
  }
  switch (type.name) {
    case 'Int':
    case 'Float':
      return '1';
    case 'Boolean':
      return 'true';
    case 'Date':
      return '"2026-12-01"';
    case 'DateTime':
      return '"2026-12-01T00:00:00Z"';
    default:
      return '"a-text-of-letters"';
  }
}
