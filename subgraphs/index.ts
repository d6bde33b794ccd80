// type-graphql's decorators need it before any agency is loaded.
import 'reflect-metadata';
import type { SubgraphDefinition } from './_kit/define-subgraph.js';

/**
 * The registry of agencies, one line each, in the order of their default ports. Agencies load when they are
 * needed, so that the gateway and the small commands start without any of them.
 */
export const agencies: Readonly<Record<string, () => Promise<SubgraphDefinition>>> = {
  education: () => import('./education/index.js').then(({ education }) => education),
  police: () => import('./police/index.js').then(({ police }) => police),
  'civil-affairs': () => import('./civil-affairs/index.js').then(({ civilAffairs }) => civilAffairs),
  disability: () => import('./disability/index.js').then(({ disability }) => disability),
  labour: () => import('./labour/index.js').then(({ labour }) => labour),
  poverty: () => import('./poverty/index.js').then(({ poverty }) => poverty),
  coordination: () => import('./coordination/index.js').then(({ coordination }) => coordination),
};

export const agencyNames: readonly string[] = Object.keys(agencies);

/** @throws {RangeError} when there is no such agency. */
export function loadAgency(name: string): Promise<SubgraphDefinition> {
  const load = agencies[name];
  if (!load)
    throw new RangeError(`There is no agency "${name}". The agencies are: ${agencyNames.join(', ')}.`);
  return load();
}
