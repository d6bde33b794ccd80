import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScope } from '../../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../../_kit/request-context.js';
import { describe } from '../../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../../loaders.js';
import { COORDINATION_SCOPES } from '../../scopes.js';
import {
  CompleteFollowUpInput,
  RecordAccountabilityInput,
  RecordInspectionInput,
  RecordMeetingInput,
} from './supervision.input.js';
import {
  CompleteFollowUpPayload,
  RecordAccountabilityPayload,
  RecordInspectionPayload,
  RecordMeetingPayload,
} from './supervision.payload.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver()
export class SupervisionCommandResolver {
  @RequiresScope(COORDINATION_SCOPES.recordMeetings)
  @Mutation(() => RecordMeetingPayload, {
    description: describe('Records a meeting with what it decided', '登记会议'),
  })
  recordMeeting(
    @Arg('input', () => RecordMeetingInput, { description: describe('The meeting', '会议') })
    input: RecordMeetingInput,
    @Ctx() { loaders }: Context,
  ): Promise<RecordMeetingPayload> {
    return loaders.recordMeeting(input);
  }

  @RequiresScope(COORDINATION_SCOPES.recordMeetings)
  @Mutation(() => CompleteFollowUpPayload, {
    description: describe('Records that a decision of a meeting was seen to', '登记会议决定落实情况'),
  })
  recordDecisionDone(
    @Arg('input', () => CompleteFollowUpInput, { description: describe('What was seen to', '落实情况') })
    input: CompleteFollowUpInput,
    @Ctx() { loaders }: Context,
  ): Promise<CompleteFollowUpPayload> {
    return loaders.completeFollowUp('MEETING', input);
  }

  @RequiresScope(COORDINATION_SCOPES.recordInspections)
  @Mutation(() => RecordInspectionPayload, {
    description: describe('Records an inspection with what it found', '登记督导检查'),
  })
  recordInspection(
    @Arg('input', () => RecordInspectionInput, { description: describe('The inspection', '督导检查') })
    input: RecordInspectionInput,
    @Ctx() { loaders }: Context,
  ): Promise<RecordInspectionPayload> {
    return loaders.recordInspection(input);
  }

  @RequiresScope(COORDINATION_SCOPES.recordInspections)
  @Mutation(() => CompleteFollowUpPayload, {
    description: describe('Records that a finding was put right', '登记整改完成情况'),
  })
  recordRectification(
    @Arg('input', () => CompleteFollowUpInput, { description: describe('What was put right', '整改情况') })
    input: CompleteFollowUpInput,
    @Ctx() { loaders }: Context,
  ): Promise<CompleteFollowUpPayload> {
    return loaders.completeFollowUp('INSPECTION', input);
  }

  @RequiresScope(COORDINATION_SCOPES.recordInspections)
  @Mutation(() => RecordAccountabilityPayload, {
    description: describe('Records that a body was held to account', '登记问责', 'by post, never by name.'),
  })
  recordAccountability(
    @Arg('input', () => RecordAccountabilityInput, { description: describe('The record', '问责') })
    input: RecordAccountabilityInput,
    @Ctx() { loaders }: Context,
  ): Promise<RecordAccountabilityPayload> {
    return loaders.recordAccountability(input);
  }
}
