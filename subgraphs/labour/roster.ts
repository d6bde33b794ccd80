import { rosterTable } from '../_kit/roster/roster-table.js';
import { ChildLabourCaseEntity } from './cases/child-labour-case.entity.js';
import { GuardianWorkAwayEntity } from './guardian-work-away.entity.js';

const RECORDED_CHILD = ['childName', 'sex', 'birthDate', 'divisionCode'] as const;

/** What the bureau gives to comparison runs. */
export const LABOUR_ROSTER = [
  rosterTable({
    entity: ChildLabourCaseEntity,
    holds: ['IDENTITY', 'LABOUR'],
    registers: ['CHILD_LABOUR_CASES'],
    columns: [...RECORDED_CHILD, 'foundOn', 'returnDueOn', 'returnedOn', 'schoolContactedOn', 'enrolledOn'],
  }),
  rosterTable({
    entity: GuardianWorkAwayEntity,
    holds: ['IDENTITY', 'GUARDIANS', 'LABOUR'],
    registers: ['GUARDIAN_WORK'],
    columns: [...RECORDED_CHILD, 'guardian', 'startedOn', 'endsOn'],
  }),
];
