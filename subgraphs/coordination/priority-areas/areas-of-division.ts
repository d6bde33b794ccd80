import { policyClause, type ResolvedPolicy } from '../../../policies/resolve-policy.js';

interface Mark {
  readonly kind: string;
  readonly divisionCode: string;
  readonly since: string;
  readonly endedOn?: string | null | undefined;
}

/** Marks that hold on a day for whoever is counted in a division: its own, and those of the division around it. */
export function areasAround<Area extends Mark>(
  divisionCode: string,
  marks: readonly Area[],
  today: string,
): Area[] {
  return marks.filter(
    ({ divisionCode: marked, since, endedOn }) =>
      divisionCode.startsWith(marked) && since <= today && (endedOn == null || endedOn >= today),
  );
}

/** Document and clause by which areas of a kind are monitored first; null where the policy in force names no such kind. */
export function clauseOfArea(
  kind: string,
  { priorityAreas }: Pick<ResolvedPolicy, 'priorityAreas'>,
): string | null {
  const stated = Object.entries(priorityAreas).find(([named]) => named === kind)?.[1];
  return stated ? policyClause(stated) : null;
}
