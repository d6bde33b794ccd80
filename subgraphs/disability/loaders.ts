import type { EntitySchema } from '@mikro-orm/postgresql';
import { parseIsoDate } from '../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../policies/resolve-policy.js';
import { createKeyLoader } from '../_kit/key-loader.js';
import { createRegisterLoader, type RegisterLoader } from '../_kit/register/register-loader.js';
import type { LoaderContext } from '../_kit/request-context.js';
import type { PageArgs } from '../_kit/schema/connection.js';
import { createVerificationLoaders } from '../_kit/verification/verification.loaders.js';
import { AssistiveDeviceEntity } from './assistive-device.entity.js';
import { DisabilityCertificateEntity } from './certificate.entity.js';
import { listCertificateHolders } from './certificate-holder.list.js';
import type { CertificateHolderFilter } from './certificate.type.js';
import { recommendPlacement, recordHomeMedicalVisit } from './commands/commands.js';
import type { RecommendPlacementInput, RecordHomeMedicalVisitInput } from './commands/commands.input.js';
import { homeMedicalPlan, type HomeBoundChild } from './home-medical-plan.js';
import { HomeMedicalVisitEntity } from './home-medical-visit.entity.js';
import { listHomeMedicalVisits } from './home-medical-visit.list.js';
import type { HomeMedicalVisitFilter } from './home-medical-visit.type.js';
import { VERIFY_DISABILITY_RECORD } from './verification/disability-records.js';
import { ParentCertificateEntity } from './parent-certificate.entity.js';
import { PlacementRecommendationEntity } from './placement-recommendation.entity.js';
import { listPlacementRecommendations } from './placement-recommendation.list.js';
import type { PlacementRecommendationFilter } from './placement-recommendation.type.js';
import { RegisteredChildEntity } from './registered-child.entity.js';
import type { DisabilityRegister } from './registers.js';
import { RehabilitationServiceEntity } from './rehabilitation.entity.js';

export type DisabilityLoaders = ReturnType<typeof createDisabilityLoaders>;

export function createDisabilityLoaders(context: LoaderContext) {
  const ofRegister = <Row extends { studentId: string }>(
    register: DisabilityRegister,
    entity: EntitySchema<Row>,
    orderBy: string,
  ): RegisterLoader<Row> => createRegisterLoader(context, entity, { register, orderBy });
  const today = parseIsoDate(context.today);
  /** What counts as severe and as one of the three categories where a child lives. */
  const policyOf = (divisionCode: string): ResolvedPolicy['disability'] =>
    context.policies.policyFor(divisionCode, today).disability;
  return {
    ...createVerificationLoaders(context, VERIFY_DISABILITY_RECORD),
    ownEntries: ofRegister('CERTIFICATES', RegisteredChildEntity, 'id desc'),
    certificates: ofRegister('CERTIFICATES', DisabilityCertificateEntity, 'issued_on desc, id desc'),
    parentCertificates: ofRegister('CERTIFICATES', ParentCertificateEntity, 'parent, id'),
    placements: ofRegister(
      'PLACEMENT_RECOMMENDATIONS',
      PlacementRecommendationEntity,
      'recommended_on desc, id desc',
    ),
    rehabilitation: ofRegister('REHABILITATION', RehabilitationServiceEntity, 'started_on desc, id desc'),
    assistiveDevices: ofRegister('ASSISTIVE_DEVICES', AssistiveDeviceEntity, 'delivered_on desc, id desc'),
    homeMedicalVisits: ofRegister('HOME_MEDICAL_VISITS', HomeMedicalVisitEntity, 'visited_on desc, id desc'),
    registeredChildren: createKeyLoader(context, RegisteredChildEntity, 'sourceKey'),
    policyOf,
    homeMedicalPlanOf: (child: HomeBoundChild) => homeMedicalPlan(child, policyOf, context.today),
    recommendPlacement: (input: RecommendPlacementInput) => recommendPlacement(context, input),
    recordHomeMedicalVisit: (input: RecordHomeMedicalVisitInput) => recordHomeMedicalVisit(context, input),
    listCertificateHolders: (filter: CertificateHolderFilter, page: PageArgs) =>
      listCertificateHolders(context, filter, page),
    listPlacementRecommendations: (filter: PlacementRecommendationFilter, page: PageArgs) =>
      listPlacementRecommendations(context, filter, page),
    listHomeMedicalVisits: (filter: HomeMedicalVisitFilter, page: PageArgs) =>
      listHomeMedicalVisits(context, filter, page),
  };
}
