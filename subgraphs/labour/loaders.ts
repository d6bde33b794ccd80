import { createKeyLoader } from '../_kit/key-loader.js';
import { createRegisterLoader } from '../_kit/register/register-loader.js';
import type { LoaderContext } from '../_kit/request-context.js';
import type { PageArgs } from '../_kit/schema/connection.js';
import { ChildLabourCaseEntity } from './child-labour-case.entity.js';
import { listChildLabourCases } from './child-labour-case.list.js';
import type { ChildLabourCaseFilter } from './child-labour-case.type.js';
import { createFineOf } from './child-labour-fine.loader.js';
import { EmployerEntity } from './employer.entity.js';
import { listEmployers } from './employer.list.js';
import { createEmployerRecordLoaders } from './employer-records.loader.js';
import type { EmployerFilter } from './employer.type.js';
import { GuardianWorkAwayEntity } from './guardian-work-away.entity.js';
import { LabourInspectionEntity } from './labour-inspection.entity.js';
import { listLabourInspections } from './labour-inspection.list.js';
import type { LabourInspectionFilter } from './labour-inspection.type.js';
import type { LabourRegister } from './registers.js';

export type LabourLoaders = ReturnType<typeof createLabourLoaders>;

const CASES: LabourRegister = 'CHILD_LABOUR_CASES';
const WORK_AWAY: LabourRegister = 'GUARDIAN_WORK';

export function createLabourLoaders(context: LoaderContext) {
  const employers = createKeyLoader(context, EmployerEntity, 'code');
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
    inspections: createKeyLoader(context, LabourInspectionEntity, 'code'),
    ...createEmployerRecordLoaders(context),
    fineOf: createFineOf(context, (code) => employers.load(code)),
    listChildLabourCases: (filter: ChildLabourCaseFilter, page: PageArgs) =>
      listChildLabourCases(context, filter, page),
    listLabourInspections: (filter: LabourInspectionFilter, page: PageArgs) =>
      listLabourInspections(context, filter, page),
    listEmployers: (filter: EmployerFilter, page: PageArgs) => listEmployers(context, filter, page),
  };
}
