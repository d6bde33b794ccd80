import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Kind, parse, print, stripIgnoredCharacters, type DocumentNode } from 'graphql';

export interface RegisteredOperation {
  /** File name without its ending, which is also the operation's name. */
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the normalised text in hex; clients may send it as `documentId` instead of the text. */
  readonly documentId: string;
  /** Names of the variables that it declares. */
  readonly variables: readonly string[];
}

export interface RegisteredOperations {
  readonly list: readonly RegisteredOperation[];
  /** @param documentId with or without the `sha256:` prefix */
  textOf(documentId: string): string | undefined;
  has(document: DocumentNode): boolean;
}

/** Reads every `*.graphql` file of a folder once. @throws when one does not parse. */
export function readRegisteredOperations(directory: string | undefined): RegisteredOperations {
  const files = directory ? readdirSync(directory).filter((file) => file.endsWith('.graphql')) : [];
  const list = files.sort().map((file) => {
    const text = readFileSync(join(directory ?? '', file), 'utf8');
    const document = parse(text);
    return {
      name: basename(file, '.graphql'),
      text,
      documentId: documentIdOf(document),
      variables: variablesOf(document),
    };
  });
  const byId = new Map(list.map((operation) => [operation.documentId, operation]));
  return {
    list,
    textOf: (documentId) => byId.get(documentId.replace(/^sha256:/, ''))?.text,
    has: (document) => byId.has(documentIdOf(document)),
  };
}

/** White space, commas, comments and descriptions of the way it was typed make no difference. */
function documentIdOf(document: DocumentNode): string {
  return createHash('sha256')
    .update(stripIgnoredCharacters(print(document)))
    .digest('hex');
}

function variablesOf({ definitions }: DocumentNode): string[] {
  return definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? (definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
      : [],
  );
}
