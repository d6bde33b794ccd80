import { defineSubgraph } from '../_kit/define-subgraph.js';
import { RecordVerificationEntity } from '../_kit/verification/record-verification.entity.js';
import { RelocationFollowUpResolver } from './follow-ups/follow-up.resolver.js';
import { RelocationFollowUpEntity } from './follow-ups/relocation-follow-up.entity.js';
import { POVERTY_LISTS } from './imports/lists.js';
import { createPovertyLoaders } from './loaders.js';
import { PovertyHouseholdEntity } from './poverty-household.entity.js';
import { PovertyHouseholdMemberResolver, PovertyHouseholdResolver } from './poverty-household.resolver.js';
import { PovertyHouseholdMemberEntity } from './poverty-household-member.entity.js';
import { PovertyMeasureEntity } from './poverty-measure.entity.js';
import { PovertyMeasureResolver } from './poverty-measure.resolver.js';
import { PovertyRecordResolver, StudentPovertyResolver } from './poverty-record.resolver.js';
import { POVERTY_REGISTERS } from './registers.js';
import { POVERTY_ROSTER } from './roster.js';
import { RelocationHouseholdEntity } from './relocation-household.entity.js';
import { ResettlementSiteEntity } from './resettlement-site.entity.js';
import { RelocationHouseholdResolver, ResettlementSiteResolver } from './resettlement-site.resolver.js';
import { StudentType } from './student.type.js';
import { povertyVerification } from './verification/poverty-records.js';
import { povertyVerificationField } from './verification/verification-field.js';
import { povertyWork } from './work.js';

export const poverty = defineSubgraph({
  name: 'poverty',
  student: StudentType,
  title: { en: 'Poverty alleviation office', zh: '扶贫办(乡村振兴局)' },
  entities: [
    PovertyHouseholdEntity,
    PovertyHouseholdMemberEntity,
    PovertyMeasureEntity,
    RelocationHouseholdEntity,
    ResettlementSiteEntity,
    RelocationFollowUpEntity,
    RecordVerificationEntity,
  ],
  resolvers: [
    StudentPovertyResolver,
    PovertyRecordResolver,
    PovertyHouseholdResolver,
    PovertyHouseholdMemberResolver,
    PovertyMeasureResolver,
    ResettlementSiteResolver,
    RelocationHouseholdResolver,
    RelocationFollowUpResolver,
    povertyVerification.CommandResolver,
    povertyVerificationField,
  ],
  registers: POVERTY_REGISTERS,
  roster: POVERTY_ROSTER,
  lists: POVERTY_LISTS,
  loaders: createPovertyLoaders,
  work: (_loaders, context) => povertyWork(context),
});
