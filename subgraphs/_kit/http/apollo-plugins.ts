import type { ApolloServerPlugin } from '@apollo/server';
import { Kind } from 'graphql';
import { HubError, isRejectedText } from '../errors.js';
import type { Logger } from '../log.js';
import type { RequestContext } from '../request-context.js';

type Plugin = ApolloServerPlugin<RequestContext>;

/** How an operation went, for whoever has to keep or drop what it wrote. */
export interface OperationCourse {
  kind: 'QUERY' | 'MUTATION';
  /** The root field of a mutation failed: nothing of it may stay. */
  hasFailed: boolean;
}

/** By the request's trail: the server works on a copy of the context, so the context itself is no key. */
export type OperationCourses = WeakMap<RequestContext['trail'], OperationCourse>;

export const nameRequestInErrors: Plugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ contextValue, response }) => {
        if (response.body.kind === 'single') {
          for (const error of response.body.singleResult.errors ?? []) {
            Object.assign(error, { extensions: { ...error.extensions, requestId: contextValue.requestId } });
          }
        }
        return Promise.resolve();
      },
    }),
};

/**
 * Follows an operation to its end. A mutation has one root field: of two, one could fail and the other stay, in one
 * transaction. Fragments could hide more than one; the gateway writes them out.
 */
export function followOperation(courses: OperationCourses): Plugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ contextValue, operation }) => {
          const kind = operation?.operation === 'mutation' ? 'MUTATION' : 'QUERY';
          const roots = operation?.selectionSet.selections ?? [];
          if (kind === 'MUTATION' && (roots.length > 1 || roots[0]?.kind !== Kind.FIELD))
            throw new HubError('BAD_USER_INPUT', 'A mutation has one field.');
          courses.set(contextValue.trail, { kind, hasFailed: false });
          return Promise.resolve();
        },
        didEncounterErrors: ({ errors, contextValue }) => {
          const course = courses.get(contextValue.trail);
          if (course && errors.some(({ path }) => (path?.length ?? 0) <= 1)) course.hasFailed = true;
          return Promise.resolve();
        },
      }),
  };
}

export function logFailures(log: Logger): Plugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ errors, contextValue }) => {
          for (const error of errors) {
            const original = error.originalError ?? error;
            if (original instanceof HubError || isRejectedText(original)) continue;
            log.error(
              { requestId: contextValue.requestId, failure: original.name, sqlState: sqlStateOf(original) },
              'resolver failed',
            );
          }
          return Promise.resolve();
        },
      }),
  };
}

/** SQLSTATE says what went wrong without saying with which value. */
function sqlStateOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
