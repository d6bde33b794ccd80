import { defineSubgraph } from '../_kit/define-subgraph.js';
import { createEducationLoaders } from './loaders.js';
import { EDUCATION_REGISTERS } from './registers.js';
import { SchoolClassEntity } from './school-class.entity.js';
import { SchoolEntity } from './school.entity.js';
import { SchoolResolver } from './school.resolver.js';
import { SchoolType } from './school.type.js';
import { StudentSchoolingResolver } from './schooling.resolver.js';
import { StatusChangeEntity } from './status-change.entity.js';
import { StudentStatusEntity } from './student-status.entity.js';
import { SchoolingStatusResolver, StudentStatusPlaceResolver } from './student-status.resolver.js';

export const education = defineSubgraph({
  name: 'education',
  title: { en: 'Education bureau', zh: '教育局' },
  entities: [SchoolEntity, SchoolClassEntity, StudentStatusEntity, StatusChangeEntity],
  resolvers: [SchoolResolver, StudentSchoolingResolver, SchoolingStatusResolver, StudentStatusPlaceResolver],
  references: {
    School: {
      type: SchoolType,
      resolve: ({ code }, { loaders }) => loaders.schools.load(String(code)),
    },
  },
  registers: EDUCATION_REGISTERS,
  loaders: createEducationLoaders,
});
