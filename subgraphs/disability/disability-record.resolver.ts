import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RegisterLoader } from '../_kit/register/register-loader.js';
import type { RequestContext } from '../_kit/request-context.js';
import { describe } from '../_kit/schema/label.js';
import type { StudentIdentity } from '../_kit/student/student-identity.js';
import { StudentType } from './student.type.js';
import { DisabilityCertificateRegisterType, ParentCertificateRegisterType } from './certificate.type.js';
import { DisabilityRecordType } from './disability-record.type.js';
import { HomeMedicalVisitRegisterType } from './home-medical-visit.type.js';
import type { DisabilityLoaders } from './loaders.js';
import { PlacementRecommendationRegisterType } from './placement-recommendation.type.js';
import { DISABILITY_SCOPES } from './scopes.js';
import { AssistiveDeviceRegisterType, RehabilitationRegisterType } from './service.type.js';

type Context = RequestContext<DisabilityLoaders>;

@Resolver(() => StudentType)
export class StudentDisabilityResolver {
  @RequiresScope(DISABILITY_SCOPES.readRecords)
  @FieldResolver(() => DisabilityRecordType, {
    nullable: true,
    description: describe(
      'Disability record',
      '残疾与康复情况',
      'from the disabled persons’ federation. No certificate is not "no disability".',
    ),
  })
  disability(@Root() student: StudentIdentity): DisabilityRecordType {
    return { student };
  }
}

@Resolver(() => DisabilityRecordType)
export class DisabilityRecordResolver {
  @FieldResolver(() => DisabilityCertificateRegisterType, {
    description: describe('Disability certificate', '残疾人证', 'no record is not "no disability".'),
  })
  certificate(@Root() { student }: DisabilityRecordType, @Ctx() { loaders }: Context): Promise<object> {
    return latestFirst(loaders.certificates, student);
  }

  @FieldResolver(() => ParentCertificateRegisterType, {
    description: describe('Certificates of the parents', '父母残疾人证'),
  })
  async parentCertificates(
    @Root() { student }: DisabilityRecordType,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    // Both in one statement, with all other registers that are asked for.
    const [{ register, rows }, entries] = await Promise.all([
      loaders.parentCertificates.load(student),
      loaders.ownEntries.load(student),
    ]);
    const [entry] = rows.length > 0 ? entries.rows : [];
    const verified = entry
      ? { studentId: student.id, startedOn: null, divisionCode: entry.residenceDivisionCode }
      : null;
    return { register, records: rows, verified };
  }

  @FieldResolver(() => PlacementRecommendationRegisterType, {
    description: describe('Placement recommendation', '入学安置建议'),
  })
  placementRecommendation(
    @Root() { student }: DisabilityRecordType,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return latestFirst(loaders.placements, student);
  }

  @FieldResolver(() => RehabilitationRegisterType, { description: describe('Rehabilitation', '康复服务') })
  rehabilitation(@Root() { student }: DisabilityRecordType, @Ctx() { loaders }: Context): Promise<object> {
    return latestFirst(loaders.rehabilitation, student);
  }

  @FieldResolver(() => AssistiveDeviceRegisterType, {
    description: describe('Assistive devices', '辅助器具'),
  })
  assistiveDevices(@Root() { student }: DisabilityRecordType, @Ctx() { loaders }: Context): Promise<object> {
    return latestFirst(loaders.assistiveDevices, student);
  }

  @FieldResolver(() => HomeMedicalVisitRegisterType, {
    description: describe('Home medical visits', '送医上门'),
  })
  async homeMedicalVisits(
    @Root() { student }: DisabilityRecordType,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    const [{ register, rows }, certificates, placements] = await Promise.all([
      loaders.homeMedicalVisits.load(student),
      loaders.certificates.load(student),
      loaders.placements.load(student),
    ]);
    const [latest, certificate, recommendation] = [rows[0], certificates.rows[0], placements.rows[0]];
    const lastVisitedOn = latest?.visitedOn ?? null;
    const plan =
      certificate && recommendation
        ? loaders.homeMedicalPlanOf({ certificate, recommendation, lastVisitedOn })
        : null;
    return { register, latest: latest ?? null, plan, rows };
  }
}

/** A register whose latest row is its current one; the loaders order their rows so. */
async function latestFirst<Row>(loader: RegisterLoader<Row>, student: StudentIdentity): Promise<object> {
  const { register, rows } = await loader.load(student);
  return { register, current: rows[0] ?? null, records: rows };
}
