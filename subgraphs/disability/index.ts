import { defineSubgraph } from '../_kit/define-subgraph.js';
import { RecordVerificationEntity } from '../_kit/verification/record-verification.entity.js';
import { AssistiveDeviceEntity } from './assistive-device.entity.js';
import { DisabilityCertificateEntity } from './certificate.entity.js';
import { CertificateResolver } from './certificate.resolver.js';
import { DisabilityCommandResolver } from './commands/commands.resolver.js';
import { DisabilityRecordResolver, StudentDisabilityResolver } from './disability-record.resolver.js';
import { HomeMedicalVisitEntity } from './home-medical-visit.entity.js';
import { HomeMedicalVisitRegisterResolver, HomeMedicalVisitResolver } from './home-medical-visit.resolver.js';
import { DISABILITY_LISTS } from './imports/lists.js';
import { createDisabilityLoaders } from './loaders.js';
import { ParentCertificateEntity } from './parent-certificate.entity.js';
import { PlacementRecommendationEntity } from './placement-recommendation.entity.js';
import { PlacementRecommendationResolver } from './placement-recommendation.resolver.js';
import { RegisteredChildEntity } from './registered-child.entity.js';
import { RegisteredChildResolver } from './registered-child.resolver.js';
import { DISABILITY_REGISTERS } from './registers.js';
import { DISABILITY_ROSTER } from './roster.js';
import { RehabilitationServiceEntity } from './rehabilitation.entity.js';
import { StudentType } from './student.type.js';
import { disabilityVerification } from './verification/disability-records.js';
import { DISABILITY_VERIFICATION_FIELDS } from './verification/verification-fields.js';
import { disabilityWork } from './work.js';

export const disability = defineSubgraph({
  name: 'disability',
  student: StudentType,
  title: { en: 'Disabled persons’ federation', zh: '残疾人联合会' },
  entities: [
    RegisteredChildEntity,
    DisabilityCertificateEntity,
    ParentCertificateEntity,
    PlacementRecommendationEntity,
    RehabilitationServiceEntity,
    AssistiveDeviceEntity,
    HomeMedicalVisitEntity,
    RecordVerificationEntity,
  ],
  resolvers: [
    StudentDisabilityResolver,
    DisabilityRecordResolver,
    CertificateResolver,
    PlacementRecommendationResolver,
    HomeMedicalVisitResolver,
    HomeMedicalVisitRegisterResolver,
    RegisteredChildResolver,
    DisabilityCommandResolver,
    disabilityVerification.CommandResolver,
    ...DISABILITY_VERIFICATION_FIELDS,
  ],
  registers: DISABILITY_REGISTERS,
  roster: DISABILITY_ROSTER,
  lists: DISABILITY_LISTS,
  loaders: createDisabilityLoaders,
  work: (loaders, context) => disabilityWork(context, loaders),
});
