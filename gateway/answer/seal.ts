import { GraphQLError } from 'graphql';
import { ERROR_CODES, type ErrorCode } from '../../subgraphs/_kit/error-codes.js';
import { representationsOf, typeNameOf, type EntityFetch, type FetchShape } from './fetch-shape.js';
import { agencyCode, readPath } from './mask-errors.js';
import { isRecord } from './untrusted-json.js';

/** More errors than any honest answer has; each may be copied to every place where its entity stands. */
const MAX_ERRORS = 2000;
const TYPENAME = '__typename';

type Path = readonly (string | number)[];
type Variables = Readonly<Record<string, unknown>>;

export interface SealedResult {
  readonly data: Record<string, unknown> | null;
  readonly errors?: GraphQLError[];
}

interface TracedError {
  readonly code: ErrorCode;
  readonly path: Path;
}

/**
 * Whether an answer's data has the fields that the fetch asked for, one entity for each that was asked about
 * and of its type. Anything else can't be matched to the children without guessing.
 */
export function isWellFormed(
  data: Record<string, unknown>,
  { entities, roots }: FetchShape,
  variables: Variables,
): boolean {
  for (const [key, { required, conforms }] of roots) {
    if (data[key] === undefined ? required : data[key] !== null && !conforms(data[key])) return false;
  }
  for (const fetch of entities) {
    const representations = representationsOf(fetch, variables);
    const given = data[fetch.alias];
    if (given === null) continue;
    if (!Array.isArray(given) || given.length !== representations.length) return false;
    for (let index = 0; index < given.length; index++) {
      const { conforms } = fetch.selectedOn(typeNameOf(representations[index]));
      if (given[index] !== null && !conforms(given[index])) return false;
    }
  }
  for (const key of Object.keys(data)) {
    if (!roots.has(key) && !entities.some(({ alias }) => alias === key)) delete data[key];
  }
  return true;
}

/**
 * Turns a subgraph's answer into one in which everything that is missing has an error of its own, so that the
 * engine can carry each to its place in the client's answer. Nothing of the answer's error texts survives.
 *
 * @param body a parsed answer whose data, if it has any, is well formed; undefined when there was none
 */
export function sealAnswer(
  agency: string,
  shape: FetchShape,
  variables: Variables,
  body: unknown,
): SealedResult {
  const { data, errors: told } = isRecord(body) ? body : {};
  const upstream = Array.isArray(told) ? told.slice(0, MAX_ERRORS) : [];
  const answered: Record<string, unknown> = isRecord(data) ? data : {};

  const traced: TracedError[] = [];
  let wholeCall: ErrorCode = 'AGENCY_UNAVAILABLE';
  for (const error of upstream) {
    const path = isRecord(error) ? readPath(error.path) : undefined;
    if (path?.length) traced.push({ code: agencyCode(error), path });
    else if (wholeCall === 'AGENCY_UNAVAILABLE') wholeCall = agencyCode(error);
  }

  const sealed: GraphQLError[] = [];
  const put = (code: ErrorCode, path: Path) => {
    sealed.push(new GraphQLError(ERROR_CODES[code].en, { path, extensions: { code, agency } }));
  };
  for (const fetch of shape.entities) sealEntities(fetch, answered, variables, traced, wholeCall, put);
  for (const key of shape.roots.keys()) {
    const isMissing = answered[key] === undefined || answered[key] === null;
    if (isMissing && !traced.some(({ path }) => path[0] === key)) put(wholeCall, [key]);
  }
  for (const { code, path } of traced) {
    const root = String(path[0]);
    // An error on a whole entity has been spread over the fields that were asked of it.
    const isInEntity = path.length > 2 && shape.entities.some(({ alias }) => alias === root);
    if (isInEntity || shape.roots.has(root)) put(code, path);
  }
  return { data: answered, ...(sealed.length > 0 && { errors: sealed }) };
}

function sealEntities(
  fetch: EntityFetch,
  data: Record<string, unknown>,
  variables: Variables,
  traced: readonly TracedError[],
  wholeCall: ErrorCode,
  put: (code: ErrorCode, path: Path) => void,
): void {
  const { alias } = fetch;
  const given = data[alias];
  const entities: readonly unknown[] = Array.isArray(given) ? given : [];
  for (const [index, representation] of representationsOf(fetch, variables).entries()) {
    if (isRecord(entities[index])) continue;
    const about = traced.filter(({ path }) => path[0] === alias);
    const onEntity = about.find(({ path }) => path.length === 2 && path[1] === index);
    const onList = about.find(({ path }) => path.length === 1);
    const code = onEntity?.code ?? onList?.code ?? wholeCall;
    for (const key of fetch.selectedOn(typeNameOf(representation)).keys) {
      if (key !== TYPENAME) put(code, [alias, index, key]);
    }
  }
}
