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
    registers: ['CASEWORK'],
    columns: ['visitedOn', 'proposedDisposition', 'residenceDivisionCode', 'evidence'],
  }),
  rosterTable({
    entity: DispositionRecordEntity,
    registers: ['CASEWORK'],
    columns: ['code', 'decidedOn', 'validUntil', 'narrowedOn', 'endedOn', 'residenceDivisionCode'],
  }),
  rosterTable({
    entity: PushedDownCaseEntity,
    registers: ['NATIONAL_PLATFORM'],
    columns: ['childName', 'sex', 'birthDate', 'divisionCode', 'pushedOn'],
  }),
  rosterTable({
    entity: DropoutCaseEntity,
    registers: ['CASEWORK'],
    columns: ['state', 'reason', 'basis', 'openedOn', 'schoolCode', 'returnedOn', 'closedOn'],
  }),
  rosterTable({
    entity: ClassLedgerEntryEntity,
    registers: ['CLASS_LEDGERS'],
    columns: ['group', 'startedOn', 'endedOn'],
  }),
];
