import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RequestContext } from '../_kit/request-context.js';
import { PageArgs, type Connection } from '../_kit/schema/connection.js';
import { describe } from '../_kit/schema/label.js';
import { StudentType } from './student.type.js';
import type { DisabilityCertificate } from './certificate.entity.js';
import {
  CertificateHolderFilter,
  DisabilityCertificateConnectionType,
  DisabilityCertificateType,
} from './certificate.type.js';
import type { DisabilityLoaders } from './loaders.js';
import { RegisteredChildType } from './registered-child.type.js';
import { DISABILITY_SCOPES } from './scopes.js';
import { isSevere, isThreeCategory } from '../../policies/disability-severity.js';

type Context = RequestContext<DisabilityLoaders>;

@Resolver(() => DisabilityCertificateType)
export class CertificateResolver {
  @RequiresScope(DISABILITY_SCOPES.listCertificates)
  @Query(() => DisabilityCertificateConnectionType, {
    nullable: true,
    description: describe(
      'Children within reach who hold a certificate',
      '持证儿童列表',
      'the severest grade first. Children with a disability and without a certificate are not among them.',
    ),
  })
  certificateHolders(
    @Arg('filter', () => CertificateHolderFilter, {
      nullable: true,
      description: describe('Which holders', '筛选条件'),
    })
    filter: CertificateHolderFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<DisabilityCertificate>> {
    return loaders.listCertificateHolders(filter ?? {}, page);
  }

  @FieldResolver(() => Boolean, {
    description: describe(
      'One of the three categories',
      '三类残疾',
      'visual, hearing or intellectual, or a multiple disability with one of them; by the policy in force.',
    ),
  })
  isThreeCategory(@Root() certificate: DisabilityCertificateType, @Ctx() { loaders }: Context): boolean {
    const { threeCategories } = loaders.policyOf(certificate.residenceDivisionCode);
    return isThreeCategory(certificate, threeCategories.value);
  }

  @FieldResolver(() => Boolean, {
    description: describe(
      'Severe',
      '重度残疾',
      'by grade, and for some categories at any grade; by the policy in force.',
    ),
  })
  isSevere(@Root() certificate: DisabilityCertificateType, @Ctx() { loaders }: Context): boolean {
    const { severeGrades, severeAtEveryGrade } = loaders.policyOf(certificate.residenceDivisionCode);
    return isSevere(certificate, {
      severeGrades: severeGrades.value,
      severeAtEveryGrade: severeAtEveryGrade.value,
    });
  }

  @FieldResolver(() => RegisteredChildType, {
    nullable: true,
    description: describe('Identity as recorded', '在册人员'),
  })
  recordedIdentity(
    @Root() { sourceKey }: DisabilityCertificateType,
    @Ctx() { loaders }: Context,
  ): Promise<object | null> {
    return loaders.registeredChildren.load(sourceKey);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: DisabilityCertificateType): StudentType {
    return { id: studentId };
  }
}
