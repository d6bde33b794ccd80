import type { DefinitionNode, FieldDefinitionNode } from 'graphql';
import { describedElements } from './described-elements.js';
import { allFieldsOf, fieldsOf, hasDirective, isNonNull, namedType, objectsOf } from './sdl.js';

/** @returns the coordinates that break the convention */
type Convention = (definitions: readonly DefinitionNode[]) => readonly string[];

/** What an agency's schema has to say, in the words of its test; its form is the linter's matter. */
export const conventions = {
  'describes every element in English with the official Chinese term': (definitions) =>
    describedElements(definitions)
      .filter(({ description }) => !/[A-Za-z].*\(.*\p{Script=Han}/su.test(description ?? ''))
      .map(({ element }) => element),

  'asks for a right at every root field': (definitions) =>
    namesOf(
      ['Query', 'Mutation']
        .flatMap((root) => fieldsOf(definitions, root))
        .filter((field) => !hasDirective(field, 'requiresScopes') && !hasDirective(field, 'authenticated')),
    ),

  'lets every root field fail without taking the others with it': (definitions) =>
    namesOf(fieldsOf(definitions, 'Query').filter(({ type }) => isNonNull(type))),

  'adds only nullable, guarded fields to Student': (definitions) =>
    namesOf(
      fieldsOf(definitions, 'Student')
        .filter(({ name }) => name.value !== 'id')
        .filter((field) => isNonNull(field.type) || !hasDirective(field, 'requiresScopes')),
    ),

  'says the state of every register': (definitions) =>
    objectsOf(definitions)
      .map(({ name, fields }) => ({ type: name.value, state: fields?.find(isNamed('register'))?.type }))
      .filter(({ type }) => type.endsWith('Register'))
      .filter(({ state }) => !state || !isNonNull(state) || namedType(state) !== 'RegisterState')
      .map(({ type }) => type),

  'gives lists of any length as connections with their arguments': (definitions) =>
    allFieldsOf(definitions)
      .filter(({ field }) => namedType(field.type).endsWith('Connection'))
      .filter(({ field }) => !['first', 'after'].every((name) => field.arguments?.some(isNamed(name))))
      .map(({ coordinate }) => coordinate),

  'prefixes no name with an agency': (definitions) =>
    allFieldsOf(definitions)
      .filter(({ field }) => /^(education|police|civilAffairs|coordination)[A-Z]/.test(field.name.value))
      .map(({ coordinate }) => coordinate),

  'says of what is deprecated what to use and when it goes': (definitions) =>
    allFieldsOf(definitions)
      .filter(({ field }) => hasDirective(field, 'deprecated'))
      .filter(({ field }) => !/^Use `.+`\. Removed after \d{4}-\d{2}-\d{2}\.$/.test(deprecationOf(field)))
      .map(({ coordinate }) => coordinate),
} satisfies Readonly<Record<string, Convention>>;

function namesOf(fields: readonly FieldDefinitionNode[]): readonly string[] {
  return fields.map(({ name }) => name.value);
}

function isNamed(wanted: string) {
  return ({ name }: { readonly name: { readonly value: string } }): boolean => name.value === wanted;
}

function deprecationOf({ directives }: FieldDefinitionNode): string {
  const reason = directives?.find(isNamed('deprecated'))?.arguments?.find(isNamed('reason'))?.value;
  return reason?.kind === 'StringValue' ? reason.value : '';
}
