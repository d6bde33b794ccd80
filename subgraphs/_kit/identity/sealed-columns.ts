import type { SubgraphDefinition } from '../define-subgraph.js';

/** Sealed columns are told by their names, so that what needs the column key follows from the entities. */
const SEALED = /Sealed$/;

/** Whether an agency has columns that are sealed: the others are given no column key. */
export function sealsColumns({ entities }: Pick<SubgraphDefinition, 'entities'>): boolean {
  return entities.some(({ meta }) => Object.keys(meta.properties).some((name) => SEALED.test(name)));
}
