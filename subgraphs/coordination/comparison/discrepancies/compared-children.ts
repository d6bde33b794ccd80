import type { ChildRecords } from '../../register/child-records.js';
import { groupByLinks } from '../matching/group-by-links.js';
import type { MatchLink } from '../matching/match-tiers.js';
import type { ComparedChild } from './compared-child.js';

/** Children with the links that made them and the suggestions that concern them, from the records that were matched. */
export function comparedChildren(
  records: readonly ChildRecords[],
  links: readonly MatchLink[],
): ComparedChild[] {
  const linksOf = Map.groupBy(
    links.filter(({ isAutomatic }) => isAutomatic),
    ({ memberId }) => memberId,
  );
  const suggestionsOf = new Map<string, MatchLink[]>();
  for (const link of links.filter(({ isAutomatic }) => !isAutomatic)) {
    for (const id of [link.memberId, link.canonicalId])
      suggestionsOf.set(id, [...(suggestionsOf.get(id) ?? []), link]);
  }
  return groupByLinks(records, links).map((group) => ({
    ...group,
    links: group.memberIds.flatMap((id) => linksOf.get(id) ?? []),
    suggestions: [...new Set(group.memberIds.flatMap((id) => suggestionsOf.get(id) ?? []))],
  }));
}
