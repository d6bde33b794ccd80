import { StudentSplitEntity } from '../student/student-split.entity.js';
import { rosterTable, type RosterTable } from './roster-table.js';

/** Which of the agency's rows bear somebody else's number; without them two persons on one number look like one. */
export function rosterSplits(registers: readonly string[]): RosterTable {
  return rosterTable({
    entity: StudentSplitEntity,
    holds: ['IDENTITY'],
    registers,
    columns: ['sourceKey', 'numberId', 'grounds'],
  });
}
