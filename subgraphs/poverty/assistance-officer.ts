import type { PovertyHousehold } from './poverty-household.entity.js';
import type { AssistanceOfficerType } from './poverty-household.type.js';

/** The officer who answers for a household; the office keeps one at a time. */
export function officerOf({
  officerName,
  officerPost,
  officerAgencyName,
}: Pick<PovertyHousehold, 'officerName' | 'officerPost' | 'officerAgencyName'>): AssistanceOfficerType {
  return { name: officerName, post: officerPost, agencyName: officerAgencyName };
}
