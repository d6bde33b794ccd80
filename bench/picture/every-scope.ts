import { Kind, parse, visit } from 'graphql';
import { administrationsOf } from '../../subgraphs/_kit/access/administrations.js';

/** @returns all scopes that the supergraph asks for anywhere, but for the administrations that no token may hold together */
export function everyScopeOf(supergraph: string): string {
  const scopes = new Set<string>();
  visit(parse(supergraph, { noLocation: true }), {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== 'requiresScopes') return;
      visit(given[0] ?? { kind: Kind.NULL }, { StringValue: ({ value }) => void scopes.add(value) });
    },
  });
  return [...scopes].filter((scope) => administrationsOf([scope]).length === 0).join(' ');
}
