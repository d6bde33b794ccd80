import { createKeyLoader } from '../_kit/key-loader.js';
import { createRegisterLoader } from '../_kit/register/register-loader.js';
import type { LoaderContext } from '../_kit/request-context.js';
import type { PageArgs } from '../_kit/schema/connection.js';
import { ChildLabourCaseEntity } from './cases/child-labour-case.entity.js';
import { listChildLabourCases } from './cases/child-labour-case.list.js';
import type { ChildLabourCaseFilter } from './cases/child-labour-case.type.js';
import { childLabourState, type ChildLabourDays } from './cases/child-labour-state.js';
import { createLabourCommands } from './commands.loader.js';
import { createFineOf } from './cases/child-labour-fine.loader.js';
import { EmployerEntity } from './employers/employer.entity.js';
import { listEmployers } from './employers/employer.list.js';
import { createEmployerRecordLoaders } from './employers/employer-records.loader.js';
import type { EmployerFilter } from './employers/employer.type.js';
import { GuardianWorkAwayEntity } from './guardian-work-away.entity.js';
import { LabourInspectionEntity } from './inspections/labour-inspection.entity.js';
import { listLabourInspections } from './inspections/labour-inspection.list.js';
import type { LabourInspectionFilter } from './inspections/labour-inspection.type.js';
import type { LabourRegister } from './registers.js';

export type LabourLoaders = ReturnType<typeof createLabourLoaders>;

const CASES: LabourRegister = 'CHILD_LABOUR_CASES';
const WORK_AWAY: LabourRegister = 'GUARDIAN_WORK';

export function createLabourLoaders(context: LoaderContext) {
  const employers = createKeyLoader(context, EmployerEntity, 'code');
  const inspections = createKeyLoader(context, LabourInspectionEntity, 'code');
  return {
    childLabourCases: createRegisterLoader(context, ChildLabourCaseEntity, {
      register: CASES,
      orderBy: 'found_on desc, id desc',
    }),
    guardiansWorkAway: createRegisterLoader(context, GuardianWorkAwayEntity, {
      register: WORK_AWAY,
      orderBy: 'started_on desc, id desc',
    }),
    employers,
    inspections,
    ...createEmployerRecordLoaders(context),
    ...createLabourCommands(context, { employers, inspections }),
    childLabourStateOf: (row: ChildLabourDays) => childLabourState(row, context.today),
    fineOf: createFineOf(context, (code) => employers.load(code)),
    listChildLabourCases: (filter: ChildLabourCaseFilter, page: PageArgs) =>
      listChildLabourCases(context, filter, page),
    listLabourInspections: (filter: LabourInspectionFilter, page: PageArgs) =>
      listLabourInspections(context, filter, page),
    listEmployers: (filter: EmployerFilter, page: PageArgs) => listEmployers(context, filter, page),
  };
}
