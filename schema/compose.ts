import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { parse, print, type DocumentNode } from 'graphql';

export interface AgencySdl {
  readonly name: string;
  readonly typeDefs: DocumentNode;
}

/** The agencies' schemas do not fit together; each line says where. */
export class CompositionError extends Error {
  constructor(problems: readonly string[]) {
    super(`The agencies' schemas do not compose:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/**
 * Composes the supergraph offline. The addresses in it are placeholders by agency name: where an agency is
 * reached is a setting, never part of the schema.
 * @throws {CompositionError}
 */
export function composeSupergraph(agencies: readonly AgencySdl[]): string {
  const ruleBreaks = agencies.flatMap(({ name, typeDefs }) =>
    fieldsThatRequire(typeDefs).map((field) => `${name}: ${field} uses @requires`),
  );
  if (ruleBreaks.length > 0) throw new CompositionError(ruleBreaks);
  const result = composeServices(
    agencies.map(({ name, typeDefs }) => ({ name, typeDefs, url: `http://${name}.agency.invalid/graphql` })),
  );
  if (compositionHasErrors(result)) throw new CompositionError(result.errors.map(({ message }) => message));
  return `${print(parse(result.supergraphSdl))}\n`;
}

/**
 * With the required agency down, a subgraph would be called with the input missing and answer something false
 * that nothing could see; so an agency never builds on another one's field.
 */
function fieldsThatRequire(typeDefs: DocumentNode): string[] {
  return typeDefs.definitions.flatMap((definition) =>
    definition.kind === 'ObjectTypeDefinition' || definition.kind === 'ObjectTypeExtension'
      ? (definition.fields ?? [])
          .filter(({ directives }) => directives?.some(({ name }) => name.value === 'requires'))
          .map((field) => `${definition.name.value}.${field.name.value}`)
      : [],
  );
}
