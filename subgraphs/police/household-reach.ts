import type { Caller } from '../_kit/access/caller.js';
import { HubError } from '../_kit/errors.js';
import { STUDENT_ID_PATTERN } from '../_kit/identity/student-id.js';
import { reachesDivision } from '../_kit/student/jurisdiction.js';
import type { KitLoaders } from '../_kit/request-context.js';
import type { Household } from './household.entity.js';
import type { HouseholdMember } from './household-member.entity.js';

interface HouseholdLoaders {
  readonly households: { load(id: string): Promise<Household | null> };
  readonly householdMembers: { load(id: string): Promise<readonly HouseholdMember[]> };
  readonly students: KitLoaders['students'];
}

/**
 * Finds a household that the caller may see: one in its division, or one with a child within its reach, so that a
 * school's clerk sees a pupil's household in another township.
 * @throws {HubError} NOT_FOUND alike for unknown and unreachable households.
 */
export async function findHousehold(
  id: unknown,
  { loaders, caller }: { readonly loaders: HouseholdLoaders; readonly caller: Caller },
): Promise<Household> {
  if (typeof id !== 'string' || !STUDENT_ID_PATTERN.test(id)) throw new HubError('NOT_FOUND');
  const household = await loaders.households.load(id);
  if (!household || !(await canReachHousehold(household, loaders, caller))) throw new HubError('NOT_FOUND');
  return household;
}

async function canReachHousehold(
  household: Household,
  { householdMembers, students }: HouseholdLoaders,
  caller: Caller,
): Promise<boolean> {
  if (reachesDivision(caller, household.addressDivisionCode)) return true;
  const members = await householdMembers.load(household.householdId);
  const childIds = members.flatMap(({ studentId }) => studentId ?? []);
  const children = await Promise.all(childIds.map((childId) => students.load(childId)));
  return children.some((child) => child !== null);
}
