import { sql } from 'kysely';
import type { LoaderContext } from '../../../_kit/request-context.js';
import type { PageArgs } from '../../../_kit/schema/connection.js';
import { createRowsByKeyLoader } from '../../../_kit/rows-by-key-loader.js';
import { AccountabilityRecordEntity } from './accountability.entity.js';
import { FollowUpEntity } from './follow-up.entity.js';
import { completeFollowUp } from './follow-up.commands.js';
import { recordAccountability, recordInspection, recordMeeting } from './supervision.commands.js';
import type { FollowUpOrigin } from './supervision.enums.js';
import type {
  CompleteFollowUpInput,
  FollowUpFilter,
  RecordAccountabilityInput,
  RecordInspectionInput,
  RecordMeetingInput,
} from './supervision.input.js';
import { listFollowUps, listInspections, listMeetings, listTermOpenings } from './supervision.list.js';

export function createSupervisionLoaders(context: LoaderContext) {
  return {
    followUpsOf: createRowsByKeyLoader(context, FollowUpEntity, 'originId', { orderBy: sql`position` }),
    accountabilityOf: createRowsByKeyLoader(context, AccountabilityRecordEntity, 'inspectionId', {
      orderBy: sql`decided_on, id`,
    }),
    listMeetings: (page: PageArgs) => listMeetings(context, page),
    listInspections: (page: PageArgs) => listInspections(context, page),
    listFollowUps: (filter: FollowUpFilter, page: PageArgs) => listFollowUps(context, filter, page),
    listTermOpenings: () => listTermOpenings(context),
    recordMeeting: (input: RecordMeetingInput) => recordMeeting(context, input),
    recordInspection: (input: RecordInspectionInput) => recordInspection(context, input),
    recordAccountability: (input: RecordAccountabilityInput) => recordAccountability(context, input),
    completeFollowUp: (origin: FollowUpOrigin, input: CompleteFollowUpInput) =>
      completeFollowUp(context, origin, input),
  };
}
