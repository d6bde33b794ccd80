import { defineSubgraph } from '../_kit/define-subgraph.js';
import { ChildLabourCommandsResolver } from './cases/case-commands.resolver.js';
import { ChildLabourCaseEntity } from './cases/child-labour-case.entity.js';
import { ChildLabourCaseResolver } from './cases/child-labour-case.resolver.js';
import { EmployerEntity } from './employers/employer.entity.js';
import { EmployerRecordsResolver } from './employers/employer-records.resolver.js';
import { EmployerResolver } from './employers/employer.resolver.js';
import { GuardianWorkAwayEntity } from './guardian-work-away.entity.js';
import { LABOUR_LISTS } from './imports/lists.js';
import { LabourInspectionEntity } from './inspections/labour-inspection.entity.js';
import { LabourInspectionResolver } from './inspections/labour-inspection.resolver.js';
import { LabourRecordResolver, StudentLabourResolver } from './labour-record.resolver.js';
import { LicenceSanctionEntity } from './employers/licence-sanction.entity.js';
import { createLabourLoaders } from './loaders.js';
import { LABOUR_REGISTERS } from './registers.js';
import { LABOUR_ROSTER } from './roster.js';
import { StudentType } from './student.type.js';
import { labourWork } from './work.js';

export const labour = defineSubgraph({
  name: 'labour',
  student: StudentType,
  title: { en: 'Human resources and social security bureau', zh: '人力资源和社会保障局' },
  entities: [
    EmployerEntity,
    LabourInspectionEntity,
    LicenceSanctionEntity,
    ChildLabourCaseEntity,
    GuardianWorkAwayEntity,
  ],
  resolvers: [
    StudentLabourResolver,
    LabourRecordResolver,
    ChildLabourCaseResolver,
    EmployerResolver,
    LabourInspectionResolver,
    ChildLabourCommandsResolver,
    EmployerRecordsResolver,
  ],
  registers: LABOUR_REGISTERS,
  roster: LABOUR_ROSTER,
  lists: LABOUR_LISTS,
  loaders: createLabourLoaders,
  work: (_loaders, context) => labourWork(context),
});
