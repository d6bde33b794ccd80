type CodedError = { readonly extensions?: { readonly code?: unknown; readonly agency?: unknown } | null };

/** Answer text as the result pane shows it → its errors; text that is no GraphQL answer has none. */
function errorsOf(answer: string): readonly CodedError[] {
  try {
    const parsed: unknown = JSON.parse(answer);
    if (typeof parsed !== 'object' || parsed === null || !('errors' in parsed)) return [];
    return Array.isArray(parsed.errors)
      ? parsed.errors.filter((one) => typeof one === 'object' && one !== null)
      : [];
  } catch {
    return [];
  }
}

/** An agency that cannot record the access answers nothing either: both leave its records unknown. */
const LEFT_UNKNOWN: ReadonlySet<unknown> = new Set(['AGENCY_UNAVAILABLE', 'AUDIT_UNAVAILABLE']);

/**
 * The agencies that did not answer, each once, in the order of the errors.
 * Their nulls mean "unknown": a reader must not take them for "nothing on record".
 */
export function silentAgencies(answer: string): string[] {
  const named = errorsOf(answer)
    .filter(({ extensions }) => LEFT_UNKNOWN.has(extensions?.code))
    .map(({ extensions }) => extensions?.agency)
    .filter((agency) => typeof agency === 'string');
  return [...new Set(named)];
}

/**
 * Whether the hub refused the schema to this token, as opposed to being out of reach or broken.
 * The editor's schema query is always valid, so a hub that calls it invalid refuses it too.
 */
export const isSchemaRefused = (answer: string): boolean =>
  errorsOf(answer).some(
    ({ extensions }) => extensions?.code === 'FORBIDDEN' || extensions?.code === 'GRAPHQL_VALIDATION_FAILED',
  );

type Answer = {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly unknown[];
};

/**
 * A refused schema comes as `__schema: null` beside its error. The editor would try to read the null and
 * hide the error behind one of its own, so it is given the errors alone.
 */
export const withoutNullSchema = <Given extends Answer>(answer: Given): Given | Pick<Given, 'errors'> =>
  answer.errors && answer.data?.__schema === null ? { errors: answer.errors } : answer;
