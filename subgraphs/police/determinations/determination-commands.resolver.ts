import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { PoliceLoaders } from '../loaders.js';
import { POLICE_SCOPES } from '../scopes.js';
import {
  RecordMissingPersonDeterminationInput,
  RecordMissingPersonDeterminationPayload,
} from './determination.input.js';

type Context = RequestContext<PoliceLoaders>;

@Resolver()
export class DeterminationCommandsResolver {
  @RequiresScope(POLICE_SCOPES.determineMissingPersons)
  @Mutation(() => RecordMissingPersonDeterminationPayload, {
    description: describe(
      'Records what police found about a child nobody can reach',
      '登记疑似失踪失联界定',
      'by police officers alone; a later finding is a determination of its own.',
    ),
  })
  recordMissingPersonDetermination(
    @Arg('input', () => RecordMissingPersonDeterminationInput, {
      description: describe('The determination', '界定内容'),
    })
    input: RecordMissingPersonDeterminationInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.recordMissingPersonDetermination(input);
  }
}
