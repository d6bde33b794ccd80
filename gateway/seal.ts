import { ERROR_CODES, type ErrorCode } from '../subgraphs/_kit/error-codes.js';
import { GraphQLError } from 'graphql';
import { dropUnasked, type EntityFetch, type FetchShape } from './fetch-shape.js';
import { agencyCode, readPath } from './mask-errors.js';
import { isRecord } from './untrusted-json.js';

/** More errors than any honest answer has; each may be copied to every place where its entity stands. */
const MAX_ERRORS = 2000;

export interface SealedResult {
  readonly data: Record<string, unknown> | null;
  readonly errors?: GraphQLError[];
}

interface TracedError {
  readonly code: ErrorCode;
  readonly path: readonly (string | number)[];
}

/**
 * Turns a subgraph's answer into one in which everything that is missing has an error of its own, so that the
 * engine can carry each to its place in the client's answer. Nothing of the answer's error texts survives.
 *
 * @param body the parsed answer, or undefined when there was none
 */
export function sealAnswer(
  agency: string,
  shape: FetchShape,
  variables: Readonly<Record<string, unknown>>,
  body: unknown,
): SealedResult {
  const { data, errors: told } = isRecord(body) ? body : {};
  dropUnasked(data, shape.selected);
  const upstream = Array.isArray(told) ? told.slice(0, MAX_ERRORS) : [];
  if (isRecord(data) && upstream.length === 0 && isComplete(data, shape, variables)) return { data };

  const traced: TracedError[] = [];
  let wholeCall: ErrorCode = 'AGENCY_UNAVAILABLE';
  for (const error of upstream) {
    const path = isRecord(error) ? readPath(error.path) : undefined;
    if (path?.length) traced.push({ code: agencyCode(error), path });
    else if (wholeCall === 'AGENCY_UNAVAILABLE') wholeCall = agencyCode(error);
  }

  const sealed: GraphQLError[] = [];
  const put = (code: ErrorCode, path: readonly (string | number)[]) => sealed.push(seal(agency, code, path));
  const answered: Record<string, unknown> = isRecord(data) ? data : {};
  for (const fetch of shape.entities) sealEntities(fetch, answered, variables, traced, wholeCall, put);
  for (const key of shape.rootKeys) {
    if (answered[key] === undefined && !traced.some(({ path }) => path[0] === key)) put(wholeCall, [key]);
  }
  for (const { code, path } of traced) {
    const [root] = path;
    const isEntity = shape.entities.some(({ alias }) => alias === root);
    // An error on a whole entity has been spread over the fields that were asked of it.
    if (isEntity ? path.length > 2 : shape.rootKeys.includes(String(root))) put(code, path);
  }
  return { data: answered, errors: sealed };
}

function sealEntities(
  fetch: EntityFetch,
  data: Record<string, unknown>,
  variables: Readonly<Record<string, unknown>>,
  traced: readonly TracedError[],
  wholeCall: ErrorCode,
  put: (code: ErrorCode, path: readonly (string | number)[]) => void,
): void {
  const { alias } = fetch;
  const representations = representationsOf(fetch, variables);
  const given = data[alias];
  // A list of another length can't be matched to the children who were asked for: all of it is refused.
  const entities = Array.isArray(given) && given.length === representations.length ? given : undefined;
  if (!entities) delete data[alias];
  const onList = traced.find(({ path }) => path[0] === alias && path.length === 1)?.code ?? wholeCall;
  const onEntity = new Map(
    traced.flatMap(({ code, path }) => (isOnEntity(path, alias) ? [[path[1], code]] : [])),
  );
  for (const [index, representation] of representations.entries()) {
    const typeName = typeNameOf(representation);
    if (entities && isEntityOf(entities[index], typeName)) continue;
    if (entities) entities[index] = null;
    const code = onEntity.get(index) ?? onList;
    for (const key of fetch.keysOf(typeName)) put(code, [alias, index, key]);
  }
}

function isOnEntity(path: readonly (string | number)[], alias: string): boolean {
  return path.length === 2 && path[0] === alias;
}

/** The usual case, checked without allocating. */
function isComplete(
  data: Record<string, unknown>,
  { entities, rootKeys }: FetchShape,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  for (const key of rootKeys) if (data[key] === undefined) return false;
  for (const fetch of entities) {
    const representations = representationsOf(fetch, variables);
    const given = data[fetch.alias];
    if (!Array.isArray(given) || given.length !== representations.length) return false;
    for (let index = 0; index < given.length; index++) {
      if (!isEntityOf(given[index], typeNameOf(representations[index]))) return false;
    }
  }
  return true;
}

function representationsOf(
  { variable }: EntityFetch,
  variables: Readonly<Record<string, unknown>>,
): readonly unknown[] {
  const representations = variables[variable];
  return Array.isArray(representations) ? representations : [];
}

function typeNameOf(representation: unknown): string {
  return isRecord(representation) ? String(representation.__typename) : '';
}

function isEntityOf(entity: unknown, typeName: string): boolean {
  return isRecord(entity) && (entity.__typename === undefined || entity.__typename === typeName);
}

function seal(agency: string, code: ErrorCode, path: readonly (string | number)[]): GraphQLError {
  return new GraphQLError(ERROR_CODES[code].en, { path, extensions: { code, agency } });
}
