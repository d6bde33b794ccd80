import { Kind, parse, visit } from 'graphql';

/** @returns all scopes that the supergraph asks for anywhere, as a token carries them */
export function everyScopeOf(supergraph: string): string {
  const scopes = new Set<string>();
  visit(parse(supergraph, { noLocation: true }), {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== 'requiresScopes') return;
      visit(given[0] ?? { kind: Kind.NULL }, { StringValue: ({ value }) => void scopes.add(value) });
    },
  });
  return [...scopes].join(' ');
}
