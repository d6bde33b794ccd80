import type { EntitySchema } from '@mikro-orm/postgresql';
import type { DataClass } from '../../policies/purposes.js';
import { rosterSplits } from '../_kit/roster/roster-splits.js';
import { rosterTable } from '../_kit/roster/roster-table.js';
import { ChildFileEntity } from './child-file.entity.js';
import { ChildGuardianEntity } from './child-guardian.entity.js';
import { ChildInDifficultyEntity } from './child-in-difficulty.entity.js';
import { DeFactoUnattendedChildEntity } from './de-facto-unattended-child.entity.js';
import { EarlyMarriageScreeningEntity } from './early-marriage-screening.entity.js';
import { ExtremePovertySupportEntity } from './extreme-poverty-support.entity.js';
import { LeftBehindChildEntity } from './left-behind-child.entity.js';
import { OrphanRecordEntity } from './orphan-record.entity.js';
import { ParentInCustodyEntity } from './parent-in-custody.entity.js';
import { CIVIL_AFFAIRS_REGISTERS, type CivilAffairsRegister } from './registers.js';
import { SubsistenceAllowanceEntity } from './subsistence-allowance.entity.js';

interface Dated {
  readonly startedOn: string;
  readonly endedOn?: string | null | undefined;
}

function dated<Row extends Dated>(
  register: CivilAffairsRegister,
  entity: EntitySchema<Row>,
  holds: DataClass = 'WELFARE',
) {
  return rosterTable({ entity, holds: [holds], registers: [register], columns: ['startedOn', 'endedOn'] });
}

/** What civil affairs gives to comparison runs. */
export const CIVIL_AFFAIRS_ROSTER = [
  // No other table of the agency says who a child is.
  rosterTable({
    entity: ChildFileEntity,
    holds: ['IDENTITY', 'WELFARE'],
    registers: CIVIL_AFFAIRS_REGISTERS.map(({ code }) => code),
    columns: ['childName', 'sex', 'birthDate', 'residenceDivisionCode', 'sourceKey'],
  }),
  rosterSplits(CIVIL_AFFAIRS_REGISTERS.map(({ code }) => code)),
  rosterTable({
    entity: ChildGuardianEntity,
    holds: ['GUARDIANS'],
    registers: ['CHILD_FILES'],
    columns: ['guardianId'],
    onlyWith: 'guardianId',
  }),
  dated('SUBSISTENCE_ALLOWANCE', SubsistenceAllowanceEntity),
  dated('EXTREME_POVERTY_SUPPORT', ExtremePovertySupportEntity),
  dated('ORPHAN', OrphanRecordEntity),
  dated('DE_FACTO_UNATTENDED', DeFactoUnattendedChildEntity),
  dated('LEFT_BEHIND', LeftBehindChildEntity),
  dated('CHILD_IN_DIFFICULTY', ChildInDifficultyEntity),
  dated('PARENT_IN_CUSTODY', ParentInCustodyEntity, 'RESTRICTED'),
  rosterTable({
    entity: EarlyMarriageScreeningEntity,
    holds: ['RESTRICTED'],
    registers: ['EARLY_MARRIAGE_SCREENING'],
    columns: ['screenedOn', 'result'],
  }),
];
