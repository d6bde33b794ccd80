import { rosterTable } from '../_kit/roster/roster-table.js';
import { DropoutCaseEntity } from './casework/dropout-case.entity.js';
import { DispositionRecordEntity } from './comparison/dispositions/disposition-record.entity.js';
import { PushedDownCaseEntity } from './pushed-down/pushed-down-case.entity.js';
import { ScreeningVisitEntity } from './casework/screening-visit.entity.js';
import { ClassLedgerEntryEntity } from './standing/class-ledger-entry.entity.js';

/** What fieldwork gives to comparison runs: a source like the registers, read in the same way. */
export const COORDINATION_ROSTER = [
  rosterTable({
    entity: ScreeningVisitEntity,
    holds: ['CASEWORK'],
    registers: ['CASEWORK'],
    columns: ['visitedOn', 'proposedDisposition', 'residenceDivisionCode', 'evidence'],
  }),
  rosterTable({
    entity: DispositionRecordEntity,
    holds: ['SCHOOLING'],
    registers: ['CASEWORK'],
    columns: ['code', 'decidedOn', 'validUntil', 'narrowedOn', 'endedOn', 'residenceDivisionCode'],
  }),
  rosterTable({
    entity: PushedDownCaseEntity,
    holds: ['IDENTITY', 'CASEWORK'],
    registers: ['NATIONAL_PLATFORM'],
    columns: ['childName', 'sex', 'birthDate', 'divisionCode', 'pushedOn'],
  }),
  rosterTable({
    entity: DropoutCaseEntity,
    holds: ['CASEWORK'],
    registers: ['CASEWORK'],
    columns: ['state', 'reason', 'basis', 'openedOn', 'schoolCode', 'returnedOn', 'closedOn'],
  }),
  rosterTable({
    entity: ClassLedgerEntryEntity,
    holds: ['SCHOOLING'],
    registers: ['CLASS_LEDGERS'],
    columns: ['group', 'startedOn', 'endedOn'],
  }),
];
