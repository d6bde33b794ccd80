import type { SavedOperation } from './hub.client.js';

export type OperationTab = { readonly query: string; readonly variables: string };

/** The operation that answers the hub's first question, so it is the first tab. */
const FIRST = 'SupportPicture';

/** One editor tab per saved operation, in the hub's order after the first, variables filled in as JSON text. */
export function tabsOf(operations: readonly SavedOperation[]): OperationTab[] {
  const first = operations.filter(({ name }) => name === FIRST);
  const others = operations.filter(({ name }) => name !== FIRST);
  return [...first, ...others].map(({ text, variables }) => ({
    query: text,
    variables: variables && Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : '',
  }));
}
