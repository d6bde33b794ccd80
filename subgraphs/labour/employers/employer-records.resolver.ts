import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { LabourLoaders } from '../loaders.js';
import { LABOUR_SCOPES } from '../scopes.js';
import { RecordLabourInspectionInput, RecordLicenceSanctionInput } from './employer-records.input.js';
import { RecordLabourInspectionPayload, RecordLicenceSanctionPayload } from './employer-records.payload.js';

type Context = RequestContext<LabourLoaders>;

@Resolver()
export class EmployerRecordsResolver {
  @RequiresScope(LABOUR_SCOPES.recordInspections)
  @Mutation(() => RecordLabourInspectionPayload, {
    description: describe(
      'Records a labour inspection',
      '登记劳动监察',
      'its number is made here; a child whom it found at work has a case of its own.',
    ),
  })
  recordLabourInspection(
    @Arg('input', () => RecordLabourInspectionInput, {
      description: describe('What is recorded', '登记内容'),
    })
    input: RecordLabourInspectionInput,
    @Ctx() { loaders }: Context,
  ): Promise<RecordLabourInspectionPayload> {
    return loaders.recordLabourInspection(input);
  }

  @RequiresScope(LABOUR_SCOPES.recordInspections)
  @Mutation(() => RecordLicenceSanctionPayload, {
    description: describe(
      'Records a sanction on an employer',
      '登记行政处罚',
      'decided by labour or by market supervision.',
    ),
  })
  recordLicenceSanction(
    @Arg('input', () => RecordLicenceSanctionInput, { description: describe('What is recorded', '登记内容') })
    input: RecordLicenceSanctionInput,
    @Ctx() { loaders }: Context,
  ): Promise<RecordLicenceSanctionPayload> {
    return loaders.recordLicenceSanction(input);
  }
}
