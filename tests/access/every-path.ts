import {
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { guardsInAgency, isAskedApart, type GuardedFields } from './guarded-fields.js';

type Field = GraphQLField<unknown, unknown>;

/** Literals for arguments, by coordinate, for example `Query.school(code:)`. */
export type ArgumentLiterals = Readonly<Record<string, string>>;

export interface EveryPath {
  readonly selection: string;
  /** How many paths the selection has to the fields; 0 when none leads there. */
  readonly count: number;
}

/** Entries of each list: few, for there are lists in lists. */
const PAGE = 2;

/**
 * A selection on a type that shows fields of another at every path from there that visits no type twice, beside
 * their unguarded neighbours.
 *
 * @throws when a required argument has no literal: a new root field needs one
 */
export function everyPathTo(
  { type: holder, fields }: GuardedFields,
  schema: GraphQLSchema,
  { start, literals }: { readonly start: string; readonly literals: ArgumentLiterals },
): EveryPath {
  const steps = stepsTo(holder, schema);
  let count = 0;
  const selection = selectionsOn(start, [start]).join(' ');
  return { selection, count };

  function selectionsOn(typeName: string, visited: readonly string[]): readonly string[] {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) return [];
    if (typeName === holder) {
      count += 1;
      return [...plainNeighbours(type), ...fields.map((name) => shown(type, name))];
    }
    return (steps.get(typeName) ?? []).flatMap((step) => {
      if (visited.includes(step.target)) return [];
      const inner = selectionsOn(step.target, [...visited, step.target]);
      return inner.length > 0 ? [`${call(type, step.field)} { ${inner.join(' ')} }`] : [];
    });
  }

  function shown(type: GraphQLObjectType, name: string): string {
    const field = type.getFields()[name];
    if (!field) throw new Error(`${type.name} has no field ${name}.`);
    return `${call(type, field)}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'}`;
  }

  function call(type: GraphQLObjectType, { name, args }: Field): string {
    const given = args.flatMap((argument) => {
      const coordinate = `${type.name}.${name}(${argument.name}:)`;
      const literal = literals[coordinate];
      if (literal !== undefined) return [`${argument.name}: ${literal}`];
      if (argument.name === 'first') return [`first: ${PAGE}`];
      if (isRequiredArgument(argument)) throw new Error(`No literal is known for ${coordinate}.`);
      return [];
    });
    return given.length > 0 ? `${name}(${given.join(', ')})` : name;
  }
}

interface Step {
  readonly field: Field;
  readonly target: string;
}

/** For each type the fields by which one can get to another; without this the search meets every dead end. */
function stepsTo(destination: string, schema: GraphQLSchema): ReadonlyMap<string, readonly Step[]> {
  const all = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .map((type) => [type.name, stepsFrom(type)] as const);
  const leading = new Set([destination]);
  for (let before = 0; before < leading.size;) {
    before = leading.size;
    for (const [name, steps] of all) if (steps.some(({ target }) => leading.has(target))) leading.add(name);
  }
  return new Map(all.map(([name, steps]) => [name, steps.filter(({ target }) => leading.has(target))]));
}

function stepsFrom(type: GraphQLObjectType): readonly Step[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const target = getNamedType(field.type);
    // Edges lead to the same entries as the nodes beside them.
    const isStep = isObjectType(target) && field.name !== 'edges' && !isAskedApart(target);
    return isStep ? [{ field, target: target.name }] : [];
  });
}

/** Values that stay when the field beside them is refused. */
function plainNeighbours(type: GraphQLObjectType): readonly string[] {
  if (type.name === 'Query') return ['__typename'];
  const plain = Object.values(type.getFields()).filter(
    (field) =>
      isLeafType(getNamedType(field.type)) &&
      field.args.length === 0 &&
      guardsInAgency(type, field).length === 0,
  );
  return ['__typename', ...plain.map(({ name }) => name)];
}
