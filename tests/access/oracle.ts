import { readFileSync } from 'node:fs';
import {
  getNamedType,
  isObjectType,
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { parse } from 'yaml';
import { agencyNames } from '../../subgraphs/index.js';
import type { TestCaller } from '../support/callers.js';
import { guardsInAgency, readSchema } from './guarded-fields.js';
import type { Layer } from './layers.js';

type Type = GraphQLObjectType;
type Field = GraphQLField<unknown, unknown>;

/** The catalogue and the table of personas as they are written, read without the product's own code. */
const { purposes } = parse(readFileSync('policies/purposes.yaml', 'utf8')) as {
  purposes: Record<string, { dataClasses: string[]; agencies: string[] }>;
};
const { personas } = parse(readFileSync('cli/personas.yaml', 'utf8')) as {
  personas: Record<string, { purposes: string[] }>;
};
const schemas = new Map(agencyNames.map((name) => [name, readSchema(`schema/subgraphs/${name}.graphql`)]));

/** Who has to refuse a field, and for which of the three reasons that do not depend on the child. */
export type Reason = 'SCOPE' | 'PURPOSE' | 'RESTRICTED';

/**
 * Why a caller may not have a field, said again from the SDL, the catalogue of purposes and the table of personas alone.
 * Every persona is approved for its own purposes, and for nothing else.
 *
 * @param home the agency that answers where several have the field
 * @returns undefined when nothing but the child's place decides
 */
export function reasonToRefuse(
  { scopes, purpose, agency, slug, role = slug }: TestCaller,
  { guardsOf, isEnteredByEntities }: Layer,
  home: string,
): (type: Type, field: Field) => Reason | undefined {
  // Through the gateway a child is entered at coordination, which also says its id.
  const preferred = isEnteredByEntities ? home : 'coordination';
  const holds = (scope: string) => scopes.includes(scope);
  return (type, field) => {
    const owner = ownerOf(type.name, field.name, [preferred, home]);
    const own = schemas.get(owner)?.getType(type.name);
    const ownField = isObjectType(own) ? own.getFields()[field.name] : undefined;
    const inAgency = isObjectType(own) && ownField ? guardsInAgency(own, ownField) : [];
    if (![...guardsOf(type, field), ...inAgency].every(holds)) return 'SCOPE';
    const classes = classesOf(own, ownField);
    const catalogued = purposes[purpose];
    const isApproved = personas[role]?.purposes.includes(purpose) === true;
    const reached = catalogued?.agencies.includes(owner) && isApproved ? catalogued.dataClasses : [];
    if (!classes.every((name) => reached.includes(name))) return 'PURPOSE';
    return classes.includes('RESTRICTED') && agency !== owner ? 'RESTRICTED' : undefined;
  };
}

function ownerOf(typeName: string, fieldName: string, preferred: readonly string[]): string {
  const owners = agencyNames.filter((name) => {
    const type = schemas.get(name)?.getType(typeName);
    return isObjectType(type) && Object.hasOwn(type.getFields(), fieldName);
  });
  return preferred.find((name) => owners.includes(name)) ?? owners[0] ?? '';
}

/** A field's class is its own or its type's; to be led to a type one needs that type's as well. */
function classesOf(type: unknown, field: Field | undefined): readonly string[] {
  if (!isObjectType(type) || !field) return [];
  const target = getNamedType(field.type);
  const own = classOf(field.astNode) ?? classOf(type.astNode);
  const led = isObjectType(target) ? classOf(target.astNode) : undefined;
  return [own, led].filter((name): name is string => name !== undefined && name !== 'NONE');
}

function classOf(
  node: { readonly directives?: readonly ConstDirectiveNode[] } | null | undefined,
): string | undefined {
  const value = node?.directives?.find(({ name }) => name.value === 'dataClass')?.arguments?.[0]?.value;
  return value?.kind === 'StringValue' ? value.value : undefined;
}
