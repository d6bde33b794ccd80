import { rosterSplits } from '../_kit/roster/roster-splits.js';
import { rosterTable } from '../_kit/roster/roster-table.js';
import { PovertyHouseholdEntity } from './poverty-household.entity.js';
import { PovertyHouseholdMemberEntity } from './poverty-household-member.entity.js';
import { POVERTY_REGISTERS } from './registers.js';
import { RelocationHouseholdEntity } from './relocation-household.entity.js';

/** What the office gives to comparison runs. */
export const POVERTY_ROSTER = [
  // No other table of the agency says who a child is.
  rosterTable({
    entity: PovertyHouseholdMemberEntity,
    holds: ['IDENTITY', 'POVERTY'],
    registers: POVERTY_REGISTERS.map(({ code }) => code),
    columns: ['childName', 'sex', 'birthDate', 'residenceDivisionCode', 'sourceKey', 'householdCode'],
  }),
  rosterSplits(POVERTY_REGISTERS.map(({ code }) => code)),
  rosterTable({
    entity: PovertyHouseholdEntity,
    holds: ['POVERTY'],
    registers: ['HOUSEHOLDS'],
    columns: ['kind', 'monitoredState', 'monitoredSince', 'liftedOn'],
    members: { entity: PovertyHouseholdMemberEntity, key: 'code', memberKey: 'householdCode' },
  }),
  rosterTable({
    entity: RelocationHouseholdEntity,
    holds: ['POVERTY'],
    registers: ['RELOCATION'],
    columns: ['movedOn'],
  }),
];
