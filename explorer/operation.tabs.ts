import type { SavedOperation } from './hub.client.js';

export type OperationTab = { readonly query: string; readonly variables: string };

/** The operation that answers the hub's first question, so it is the first tab. */
const FIRST = 'SupportPicture';
const COMMAND = /^mutation\b/m;

/**
 * One editor tab per saved query, in the hub's order after the first, variables filled in as JSON text. Commands record
 * what somebody did: they are for portals, which have a form for each.
 */
export function tabsOf(operations: readonly SavedOperation[]): OperationTab[] {
  const queries = operations.filter(({ text }) => !COMMAND.test(text));
  const first = queries.filter(({ name }) => name === FIRST);
  const others = queries.filter(({ name }) => name !== FIRST);
  return [...first, ...others].map(({ text, variables }) => ({
    query: text,
    variables: variables && Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : '',
  }));
}
