import { getDirective, type DirectableObject } from '@graphql-tools/utils';
import { getNamedType, isObjectType, type GraphQLOutputType, type GraphQLSchema } from 'graphql';
import { Directive } from 'type-graphql';
import { DATA_CLASSES, type DataClass } from '../../../policies/purposes.js';

/** `NONE` is said out loud, so that a field nobody thought about differs from one that holds nothing personal. */
export type FieldClass = DataClass | 'NONE';

export const DATA_CLASS_DIRECTIVE = `
"""
Class of the personal data that a field, or every field of a type, holds (数据分类): a purpose names the classes it reaches.
"""
directive @dataClass(name: String!) on OBJECT | FIELD_DEFINITION`;

/** Prints the class of what a type's fields, or one field, hold into the SDL, where the gate reads it. */
export function Holds(name: FieldClass): PropertyDecorator & MethodDecorator & ClassDecorator {
  return Directive(`@dataClass(name: "${name}")`);
}

const KNOWN: ReadonlySet<string> = new Set<FieldClass>([...DATA_CLASSES, 'NONE']);

/** @returns the class that an element names itself. @throws for one that the catalogue does not have. */
function ownClass(schema: GraphQLSchema, element: DirectableObject): FieldClass | undefined {
  const name = getDirective(schema, element, 'dataClass')?.[0]?.['name'] as string | undefined;
  if (name !== undefined && !KNOWN.has(name)) throw new Error(`There is no data class "${name}".`);
  return name as FieldClass | undefined;
}

/** @returns the class of a field by its own word, else by its type's; undefined when nobody said. */
export function classOfField(
  schema: GraphQLSchema,
  typeName: string,
  field: DirectableObject,
): FieldClass | undefined {
  const type = schema.getType(typeName);
  return ownClass(schema, field) ?? (isObjectType(type) ? ownClass(schema, type) : undefined);
}

/**
 * Classes that a caller needs for a field: the field's own, and that of the type it leads to, so that a refusal costs
 * the field and not each of the things behind it.
 */
export function classesNeeded(
  schema: GraphQLSchema,
  typeName: string,
  field: DirectableObject & { readonly type: GraphQLOutputType },
): readonly DataClass[] {
  const target = getNamedType(field.type);
  const classes = [
    classOfField(schema, typeName, field),
    isObjectType(target) ? ownClass(schema, target) : undefined,
  ];
  return [...new Set(classes)].filter((name): name is DataClass => name !== undefined && name !== 'NONE');
}

/** Root fields lead somewhere; what they lead to is classified itself. */
const ROOTS = new Set(['Query', 'Mutation']);

/** @returns coordinates of all fields whose class nobody has said. */
export function unclassifiedFields(schema: GraphQLSchema): readonly string[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('_'))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ name }) => !(type.name === 'Query' && name.startsWith('_')))
        .filter((field) => {
          const leadsToClassified = ROOTS.has(type.name) && isObjectType(getNamedType(field.type));
          return !leadsToClassified && classOfField(schema, type.name, field) === undefined;
        })
        .map((field) => `${type.name}.${field.name}`),
    );
}
