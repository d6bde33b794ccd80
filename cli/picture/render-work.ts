import type { GraphqlAnswer } from './graphql-answer.js';

interface Group {
  readonly kind: string;
  readonly open: number | null;
  readonly overdue: number | null;
}

/**
 * What one persona has to do, on one line: how many of each kind, and how many of them are past their day. Kinds of
 * which there is nothing to do are left out; what an agency could not say is said to be unknown.
 * @returns null for a persona whose rights give it no work
 */
export function renderWork(title: string, { data, errors = [] }: GraphqlAnswer): string | null {
  const groups = Object.values(data ?? {}).flatMap(
    (list) => (list as { groups: Group[] } | null)?.groups ?? [],
  );
  const silent = errors.flatMap(({ extensions }) => extensions?.agency ?? []);
  if (groups.length === 0 && silent.length === 0) return null;
  const parts = groups.flatMap(({ kind, open, overdue }) => {
    if (open === null) return [`${kind} unknown`];
    if (open === 0) return [];
    return [`${kind} ${open}${overdue ? ` (${overdue} overdue)` : ''}`];
  });
  const unknown = [...new Set(silent)].map((agency) => `${agency} unknown`);
  return `  ${title}: ${[...parts, ...unknown].join(' · ') || 'nothing'}`;
}
