import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { LabourLoaders } from '../loaders.js';
import { LABOUR_SCOPES } from '../scopes.js';
import {
  OpenChildLabourCaseInput,
  RecordChildLabourEnrolmentInput,
  RecordChildLabourOrderInput,
  RecordChildLabourReturnInput,
  RecordChildLabourSchoolContactInput,
  RecordChildLabourTransferInput,
} from './case-commands.input.js';
import { ChildLabourCasePayload } from './case-commands.type.js';
import { ChildLabourCaseType } from './child-labour-case.type.js';

type Context = RequestContext<LabourLoaders>;

const RECORDED = describe('What is recorded', '登记内容');

/** Each records a fact; the state of the case follows from the days. */
@Resolver(() => ChildLabourCaseType)
export class ChildLabourCommandsResolver {
  @RequiresScope(LABOUR_SCOPES.recordCases)
  @Mutation(() => ChildLabourCasePayload, {
    description: describe(
      'Opens a child-labour case',
      '童工立案',
      'of a child under 16 whom an inspection found at work and who has no open one at the employer.',
    ),
  })
  openChildLabourCase(
    @Arg('input', () => OpenChildLabourCaseInput, { description: RECORDED })
    input: OpenChildLabourCaseInput,
    @Ctx() { loaders }: Context,
  ): Promise<ChildLabourCasePayload> {
    return loaders.openChildLabourCase(input);
  }

  @RequiresScope(LABOUR_SCOPES.recordCases)
  @Mutation(() => ChildLabourCasePayload, {
    description: describe('Records the order to return a child in time', '登记责令限期送回'),
  })
  recordChildLabourOrder(
    @Arg('input', () => RecordChildLabourOrderInput, { description: RECORDED })
    input: RecordChildLabourOrderInput,
    @Ctx() { loaders }: Context,
  ): Promise<ChildLabourCasePayload> {
    return loaders.recordChildLabourOrder(input);
  }

  @RequiresScope(LABOUR_SCOPES.recordCases)
  @Mutation(() => ChildLabourCasePayload, {
    description: describe('Records that a child was returned', '登记送回'),
  })
  recordChildLabourReturn(
    @Arg('input', () => RecordChildLabourReturnInput, { description: RECORDED })
    input: RecordChildLabourReturnInput,
    @Ctx() { loaders }: Context,
  ): Promise<ChildLabourCasePayload> {
    return loaders.recordChildLabourReturn(input);
  }

  @RequiresScope(LABOUR_SCOPES.recordCases)
  @Mutation(() => ChildLabourCasePayload, {
    description: describe('Records that the school of a child was contacted', '登记联系学校'),
  })
  recordChildLabourSchoolContact(
    @Arg('input', () => RecordChildLabourSchoolContactInput, { description: RECORDED })
    input: RecordChildLabourSchoolContactInput,
    @Ctx() { loaders }: Context,
  ): Promise<ChildLabourCasePayload> {
    return loaders.recordChildLabourSchoolContact(input);
  }

  @RequiresScope(LABOUR_SCOPES.recordCases)
  @Mutation(() => ChildLabourCasePayload, {
    description: describe(
      'Records that a child enrolled',
      '登记入学',
      'as labour was told; whether it is in school is said by schooling.',
    ),
  })
  recordChildLabourEnrolment(
    @Arg('input', () => RecordChildLabourEnrolmentInput, { description: RECORDED })
    input: RecordChildLabourEnrolmentInput,
    @Ctx() { loaders }: Context,
  ): Promise<ChildLabourCasePayload> {
    return loaders.recordChildLabourEnrolment(input);
  }

  @RequiresScope(LABOUR_SCOPES.recordCases)
  @Mutation(() => ChildLabourCasePayload, {
    description: describe('Records that a case was handed over', '登记移送'),
  })
  recordChildLabourTransfer(
    @Arg('input', () => RecordChildLabourTransferInput, { description: RECORDED })
    input: RecordChildLabourTransferInput,
    @Ctx() { loaders }: Context,
  ): Promise<ChildLabourCasePayload> {
    return loaders.recordChildLabourTransfer(input);
  }
}
