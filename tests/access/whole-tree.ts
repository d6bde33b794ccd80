import {
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { ArgumentLiterals } from './every-path.js';
import { isAskedApart } from './guarded-fields.js';

/** Entries of each list: few, for there are lists in lists. */
const PAGE = 2;

/**
 * A selection on a type that shows every field which can be reached from there once: each type is opened where it is met
 * first, by the shortest way, and named only at every other edge that leads to it.
 *
 * @throws when a required argument has no literal: a new root field needs one
 */
export function wholeTreeFrom(start: string, schema: GraphQLSchema, literals: ArgumentLiterals): string {
  const opened = openedBy(start, schema);
  return selectionOn(start);

  function selectionOn(typeName: string): string {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`${typeName} is no type of objects.`);
    const shown = fieldsOf(type).map((field) => {
      const target = getNamedType(field.type);
      if (isLeafType(target)) return callOf(type, field);
      const isFirst = opened.get(target.name) === `${typeName}.${field.name}`;
      return `${callOf(type, field)} { ${isFirst ? selectionOn(target.name) : '__typename'} }`;
    });
    return ['__typename', ...shown].join(' ');
  }

  function callOf(
    { name: typeName }: GraphQLObjectType,
    { name, args }: GraphQLField<unknown, unknown>,
  ): string {
    const given = args.flatMap((argument) => {
      const coordinate = `${typeName}.${name}(${argument.name}:)`;
      const literal = literals[coordinate] ?? (argument.name === 'first' ? String(PAGE) : undefined);
      if (literal !== undefined) return [`${argument.name}: ${literal}`];
      if (isRequiredArgument(argument)) throw new Error(`No literal is known for ${coordinate}.`);
      return [];
    });
    return given.length > 0 ? `${name}(${given.join(', ')})` : name;
  }
}

/** For each type the edge by which it is opened. */
function openedBy(start: string, schema: GraphQLSchema): ReadonlyMap<string, string> {
  const opened = new Map([[start, '']]);
  // A map is walked in the order of insertion, also while it grows: breadth first.
  for (const typeName of opened.keys()) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) continue;
    for (const field of fieldsOf(type)) {
      const target = getNamedType(field.type);
      if (isObjectType(target) && !opened.has(target.name))
        opened.set(target.name, `${typeName}.${field.name}`);
    }
  }
  return opened;
}

/** The machinery is no part of the graph. */
function fieldsOf(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields()).filter(
    ({ name, type: target }) => !name.startsWith('_') && !isAskedApart(getNamedType(target)),
  );
}
