import { defineSubgraph } from '../../../subgraphs/_kit/define-subgraph.js';
import { HealthRecordResolver, StudentHealthResolver } from './health-record.resolver.js';
import { vaccinationsList } from './imports/vaccinations.list.js';
import { createHealthLoaders } from './loaders.js';
import { HEALTH_REGISTERS } from './registers.js';
import { StudentType } from './student.type.js';
import { VaccinationEntity } from './vaccination.entity.js';

export const health = defineSubgraph({
  name: 'health',
  student: StudentType,
  title: { en: 'Health bureau', zh: '卫生健康局' },
  entities: [VaccinationEntity],
  resolvers: [StudentHealthResolver, HealthRecordResolver],
  registers: HEALTH_REGISTERS,
  lists: [vaccinationsList],
  loaders: createHealthLoaders,
});
