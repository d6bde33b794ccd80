import { FocusGroupEnum, type FocusGroup } from './focus-group.enum.js';
import { FOCUS_GROUP_SOURCES, RESTRICTED_SOURCES } from './focus-group-sources.js';
import { missingSourcesOf, type MissingSource, type SourceQuestion } from '../risk/missing-sources.js';

/** A group of which the registers cannot tell whether the child belongs to it. */
export interface UnknownFocusGroup {
  readonly group: FocusGroup;
  /** Why; restricted registers are left out. */
  readonly missingSources: readonly MissingSource[];
}

/**
 * Groups that are neither known to hold nor known not to: a source of theirs is not loaded, does not cover the child
 * or is stale. A migrant pupil has no allowance here, and may well have one at home.
 * @param held groups that a row shows; whatever else is missing, they hold.
 */
export function unknownFocusGroupsOf(
  held: readonly FocusGroup[],
  question: SourceQuestion,
): UnknownFocusGroup[] {
  return FocusGroupEnum.values
    .filter((group) => !held.includes(group))
    .flatMap((group) => {
      const named = FOCUS_GROUP_SOURCES[group].filter((source) => !RESTRICTED_SOURCES.has(source));
      const restricted = FOCUS_GROUP_SOURCES[group].filter((source) => RESTRICTED_SOURCES.has(source));
      const missingSources = missingSourcesOf(named, question);
      const isUnknown =
        missingSources.length > 0 || missingSourcesOf(restricted, asIfEmpty(question)).length > 0;
      return isUnknown ? [{ group, missingSources }] : [];
    });
}

/** A restricted register answers by its coverage alone: that it is FOUND where it does not cover would tell of a row. */
function asIfEmpty(question: SourceQuestion): SourceQuestion {
  return { ...question, facts: { ...question.facts, foundIn: new Set() } };
}
