import type { RegisterAnswer } from '../_kit/register/register-loader.js';
import type { StudentIdentity } from '../_kit/student/student-identity.js';
import type { PovertyLoaders } from './loaders.js';
import type { PovertyHousehold } from './poverty-household.entity.js';

/** Households that a child stands in, the one recognised last first, with the register's state for the child. */
export async function householdsOf(
  student: StudentIdentity,
  loaders: Pick<PovertyLoaders, 'memberships' | 'households'>,
): Promise<RegisterAnswer<PovertyHousehold>> {
  const { register, rows } = await loaders.memberships.load(student);
  const codes = [...new Set(rows.flatMap(({ householdCode }) => (householdCode ? [householdCode] : [])))];
  const found = await Promise.all(codes.map((code) => loaders.households.load(code)));
  const households = found
    .filter((household) => household !== null)
    .sort((a, b) => b.recognisedOn.localeCompare(a.recognisedOn) || a.code.localeCompare(b.code));
  return { register, rows: households };
}
