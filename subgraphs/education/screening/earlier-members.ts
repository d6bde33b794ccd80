import type { ScreenedMember } from './screened-member.entity.js';
import type { ScreenedMemberInput } from './screening.input.js';

type Given = Pick<ScreenedMemberInput, 'studentId' | 'name' | 'sex' | 'birthDate'>;
type Stored = Pick<ScreenedMember, 'studentId' | 'name' | 'sex' | 'birthDate'>;

/**
 * Which stored member each member of a correction is: by the child's id where it is given, else by name, sex and birth
 * date. By its place in the list it can't be: who puts somebody in between would make one child another.
 *
 * @returns for each given member, in its order, the stored one; null for somebody who was not written down before
 */
export function earlierMembers<Row extends Stored>(
  given: readonly Given[],
  stored: readonly Row[],
): (Row | null)[] {
  const left = new Set(stored);
  const take = (isSame: (row: Row) => boolean): Row | null => {
    const found = [...left].find(isSame) ?? null;
    if (found) left.delete(found);
    return found;
  };
  const byId = given.map(({ studentId }) =>
    studentId == null ? null : take((row) => row.studentId === studentId),
  );
  return given.map(
    ({ name, sex, birthDate }, index) =>
      byId[index] ??
      take((row) => row.name === name.trim() && row.sex === sex && row.birthDate === birthDate),
  );
}
