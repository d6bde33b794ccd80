import { isListType, isNonNullType, type GraphQLOutputType } from 'graphql';
import type { ErrorCode } from '../../subgraphs/_kit/error-codes.js';
import { readCause } from './mask-errors.js';
import { clientError, type ClientError } from '../request/refusal.js';
import { TYPENAME } from '../request/authorize.js';
import type { PlannedField, SweepPlan } from './sweep.plan.js';
import { isRecord } from './untrusted-json.js';

type Path = (string | number)[];

export interface EngineResult {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
  /** The engine itself broke: nulls are the hub's fault and no agency's. */
  readonly failed?: boolean;
}

export interface SweepContext {
  readonly plan: SweepPlan | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly requestId: string;
  readonly agencies: ReadonlySet<string>;
}

export interface ClientResult {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly ClientError[];
}

/**
 * Last step before the client: after it every null that stands for a missing answer has exactly one error on
 * its own path, every error is rebuilt from the table, and no error points at something that was answered.
 */
export function sweep(
  result: EngineResult,
  { plan, variables, requestId, agencies }: SweepContext,
): ClientResult {
  const data: Record<string, unknown> = isRecord(result.data) ? result.data : {};
  const errors = new Map<string, ClientError>();
  const path: Path = [];

  function put(code: ErrorCode, at: Path, agency?: string): void {
    const key = JSON.stringify(at);
    if (!errors.has(key)) errors.set(key, clientError(code, requestId, { path: [...at], agency }));
  }
  // A failed root leaves no key behind; with the keys in place, paths can be followed to the null they explain.
  for (const field of plan?.fields ?? []) {
    if (isSelected(field, variables)) data[field.key] ??= null;
  }
  for (const error of result.errors ?? []) {
    const { code, agency, path: told } = readCause(error, agencies);
    const at = told && pathToNull(data, told);
    if (at) put(code, at, agency);
  }

  /** @returns false when a null in a non-null place takes the whole object with it */
  function sweepObject(object: Record<string, unknown>, { fields, dropTypename }: SweepPlan): boolean {
    for (const field of fields) {
      if (!isSelected(field, variables)) continue;
      if (field.onTypes && !field.onTypes.has(String(object[TYPENAME]))) continue;
      path.push(field.key);
      const kept = sweepField(object[field.key], field);
      path.pop();
      if (kept) continue;
      if (field.nonNull) return false;
      object[field.key] = null;
    }
    if (dropTypename) delete object[TYPENAME];
    return true;
  }
  function sweepField(value: unknown, field: PlannedField): boolean {
    if (field.denied) {
      put('FORBIDDEN', path);
      return false;
    }
    if (value === null || value === undefined) {
      if (field.agency) {
        if (result.failed) put('INTERNAL_SERVER_ERROR', path);
        else put('AGENCY_UNAVAILABLE', path, field.agency);
      } else if (field.nonNull) {
        // It takes its parent with it; without this the parent's null would have no error.
        put('INTERNAL_SERVER_ERROR', path);
      }
      return false;
    }
    return !field.inside || sweepValue(value, field.type, field.inside);
  }
  function sweepValue(value: unknown, type: GraphQLOutputType, plan: SweepPlan): boolean {
    const nullable = isNonNullType(type) ? type.ofType : type;
    if (!isListType(nullable)) return !isRecord(value) || sweepObject(value, plan);
    if (!Array.isArray(value)) return false;
    for (const [index, item] of value.entries()) {
      if (item === null) continue;
      path.push(index);
      const kept = sweepValue(item, nullable.ofType, plan);
      path.pop();
      if (kept) continue;
      if (isNonNullType(nullable.ofType)) return false;
      value[index] = null;
    }
    return true;
  }

  const whole = !plan || sweepObject(data, plan);
  const list = [...errors.values()];
  if (result.failed && !list.length) list.push(clientError('INTERNAL_SERVER_ERROR', requestId));
  return { data: whole ? data : null, ...(list.length > 0 && { errors: list }) };
}

/** @returns the part of the path up to the first null, or undefined when it leads to an answered value or nowhere */
function pathToNull(data: Record<string, unknown>, path: readonly (string | number)[]): Path | undefined {
  let value: unknown = data;
  const walked: Path = [];
  for (const step of path) {
    if (Array.isArray(value)) value = typeof step === 'number' ? value[step] : undefined;
    else if (isRecord(value)) value = Object.hasOwn(value, step) ? value[step] : undefined;
    else return undefined;
    walked.push(step);
    if (value === null) return walked;
  }
  return undefined;
}

function isSelected({ occurrences }: PlannedField, variables: Readonly<Record<string, unknown>>): boolean {
  return (
    occurrences.length === 0 ||
    occurrences.some((conditions) =>
      conditions.every(({ variable, wanted }) => variable !== undefined && variables[variable] === wanted),
    )
  );
}
