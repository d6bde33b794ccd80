import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export interface Limits {
  /** Request body. */
  readonly bodyBytes: number;
  /** One subgraph's answer. */
  readonly answerBytes: number;
  /** Lexical tokens of the query text. */
  readonly tokens: number;
  /** Nested fields, fragments followed. */
  readonly depth: number;
  readonly aliases: number;
  /** How often one root field may be asked, each time under another name: many questions in one request. */
  readonly rootRepeats: number;
  readonly directives: number;
  /** Selected fields with every fragment spread written out. */
  readonly fields: number;
  /** Objects that the answer may hold by estimate, see `query-cost.ts`. */
  readonly cost: number;
  /** Per token subject; bulk work has its own endpoints. */
  readonly requestsPerMinute: number;
  /** From the first byte of a request to the start of its last subgraph call. */
  readonly requestMs: number;
}

/**
 * More than twice what a page of 50 support pictures needs (depth 8, 800 tokens, cost 10,500). Introspection
 * by the usual tools is 14 deep.
 */
export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 1_000_000,
  answerBytes: 20_000_000,
  tokens: 2000,
  depth: 18,
  aliases: 30,
  rootRepeats: 15,
  directives: 40,
  fields: 2000,
  cost: 40_000,
  requestsPerMinute: 6000,
  requestMs: 8000,
};

interface Extent {
  readonly depth: number;
  readonly fields: number;
}

const EMPTY: Extent = { depth: 0, fields: 0 };

/**
 * Checks what can be known from the text alone, before validation, whose rules are quadratic.
 *
 * @returns whether the document stays within the limits; fragment cycles are left to validation
 */
export function isWithinLimits(document: DocumentNode, limits: Limits): boolean {
  let aliases = 0;
  let directives = 0;
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    if (!('selectionSet' in definition)) continue;
    directives += definition.directives?.length ?? 0;
    count(definition.selectionSet);
  }
  if (aliases > limits.aliases || directives > limits.directives) return false;

  // Each fragment is measured once, so that fragments that double each other cost nothing to refuse.
  const measured = new Map<string, Extent>();
  return operations.every(({ selectionSet }) => {
    const { depth, fields } = measure(selectionSet);
    return depth <= limits.depth && fields <= limits.fields;
  });

  function count(set: SelectionSetNode): void {
    for (const selection of set.selections) {
      directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD && selection.alias) aliases += 1;
      if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet) count(selection.selectionSet);
    }
  }

  function measure(set: SelectionSetNode): Extent {
    let depth = 0;
    let fields = 0;
    for (const selection of set.selections) {
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? measureFragment(selection.name.value)
          : selection.selectionSet
            ? measure(selection.selectionSet)
            : EMPTY;
      const own = selection.kind === Kind.FIELD ? 1 : 0;
      depth = Math.max(depth, inner.depth + own);
      fields += inner.fields + own;
    }
    return { depth, fields };
  }

  function measureFragment(name: string): Extent {
    const known = measured.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    if (!fragment) return EMPTY;
    measured.set(name, EMPTY);
    const extent = measure(fragment.selectionSet);
    measured.set(name, extent);
    return extent;
  }
}
