import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { SubgraphDefinition } from '../define-subgraph.js';
import { HubError } from '../errors.js';
import type { RequestContext } from '../request-context.js';
import { describe } from '../schema/label.js';
import { nameOfAgency } from '../schema/name-of-agency.js';
import type { StudentReference } from '../student/student.type.js';
import { createWorkTypes, type WorkItemType, type WorkListType } from './work.type.js';

const MOST_ITEMS = 50;
const ITEMS = 10;

/**
 * What an agency's records give to the caller to do: `workAt<Agency>`. Each agency answers, or fails to, by itself, so
 * that a list with a hole in it is seen to have one.
 */
export function createWorkResolvers({ name, title, student: StudentType, work }: SubgraphDefinition) {
  if (!work) return [];
  const types = createWorkTypes();

  @Resolver(() => types.WorkListType)
  class WorkListResolver {
    @Query(() => types.WorkListType, {
      name: `workAt${nameOfAgency(name)}`,
      nullable: true,
      description: describe(`What the caller has to do today, by: ${title.en}`, `${title.zh}今日待办`),
    })
    async work(
      @Arg('items', () => Int, {
        defaultValue: ITEMS,
        description: describe('Most items of each kind', '每类事项数上限', `1 to ${MOST_ITEMS}.`),
      })
      items: number,
      @Ctx() { loaders }: RequestContext,
    ): Promise<WorkListType> {
      if (items < 1 || items > MOST_ITEMS)
        throw new HubError('BAD_USER_INPUT', `"items" is between 1 and ${MOST_ITEMS}.`);
      return loaders.work(items);
    }
  }

  @Resolver(() => types.WorkItemType)
  class WorkItemResolver {
    @FieldResolver(() => StudentType, {
      nullable: true,
      description: describe('The child whom it is about', '学生', 'null where it is about no single child.'),
    })
    student(@Root() { studentId }: WorkItemType): StudentReference | null {
      return studentId === null ? null : { id: studentId };
    }
  }

  return [WorkListResolver, WorkItemResolver];
}
