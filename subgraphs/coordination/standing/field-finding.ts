import type { ChildFacts } from '../register/child-facts.js';
import { latestBy, type RuleContext } from './rule-context.js';

/** What the latest census or household register that checked a child's schooling says of it. */
export interface FieldFinding {
  readonly schooling: string;
  /** YYYY-MM-DD. */
  readonly checkedOn: string;
  /** A place of study holds for the term in which it was checked; then somebody has to look again. */
  readonly isExpired: boolean;
}

/**
 * The word of a household at its door. It is weaker than a visit about the child, which casework sends with papers
 * asked for, and than every register: rules ask it last, and it moves nobody's place of residence, or whoever writes
 * down a child would come to reach it.
 */
export function fieldFindingOf(
  { rows }: Pick<ChildFacts, 'rows'>,
  { today, calendar }: Pick<RuleContext, 'today' | 'calendar'>,
): FieldFinding | null {
  const checked = rows.fieldScreening.flatMap(({ schooling, checkedOn }) =>
    schooling !== null && checkedOn !== null ? [{ schooling, checkedOn }] : [],
  );
  const latest = latestBy(checked, ({ checkedOn }) => checkedOn);
  if (!latest) return null;
  const termStart = calendar.terms.findLast(({ start }) => start <= today)?.start ?? '';
  return { ...latest, isExpired: latest.schooling.startsWith('STUDIES_') && latest.checkedOn < termStart };
}
