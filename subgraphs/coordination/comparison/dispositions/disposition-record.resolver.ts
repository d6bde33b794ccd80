import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScope } from '../../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../../_kit/request-context.js';
import { describe } from '../../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../../loaders.js';
import { COORDINATION_SCOPES } from '../../scopes.js';
import {
  DispositionRecordType,
  RecordDispositionInput,
  RecordDispositionPayload,
} from './disposition-record.type.js';

@Resolver(() => DispositionRecordType)
export class DispositionRecordResolver {
  @RequiresScope(COORDINATION_SCOPES.recordDispositions)
  @Mutation(() => RecordDispositionPayload, {
    description: describe(
      'Decides how a discrepancy ends',
      '登记核查结论',
      'by the agency that has to verify it; what follows is derived.',
    ),
  })
  recordDisposition(
    @Arg('input', () => RecordDispositionInput, { description: describe('The decision', '核查结论') })
    input: RecordDispositionInput,
    @Ctx() { loaders }: RequestContext<CoordinationLoaders>,
  ): Promise<RecordDispositionPayload> {
    return loaders.recordDisposition(input);
  }
}
