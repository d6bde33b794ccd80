import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { parseIsoDate } from '../../../../policies/iso-date.js';
import { RequiresScope } from '../../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../../_kit/schema/connection.js';
import { DivisionType } from '../../../_kit/schema/division.type.js';
import { describe } from '../../../_kit/schema/label.js';
import { ScreeningVisitType } from '../../casework/casework.type.js';
import type { ScreeningVisit } from '../../casework/screening-visit.entity.js';
import type { CoordinationLoaders } from '../../loaders.js';
import { COORDINATION_SCOPES } from '../../scopes.js';
import { StudentType } from '../../student.type.js';
import type { StoredDiscrepancy } from '../discrepancies/discrepancy.entity.js';
import { DiscrepancyType } from '../discrepancies/discrepancy.type.js';
import { fullDivisionCode } from '../dispositions/residence-code.js';
import type { DiscrepancyTask } from './discrepancy-task.entity.js';
import { TaskStateEnum, type TaskState } from './discrepancy-task.enums.js';
import {
  CompleteTaskInput,
  CompleteTaskPayload,
  DiscrepancyTaskConnectionType,
  DiscrepancyTaskFilter,
  DiscrepancyTaskType,
  TaskAgeCountType,
} from './discrepancy-task.type.js';
import { ageOf, overdueDaysOf } from './task-age.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => DiscrepancyTaskType)
export class DiscrepancyTaskResolver {
  @RequiresScope(COORDINATION_SCOPES.readTasks)
  @Query(() => DiscrepancyTaskConnectionType, {
    nullable: true,
    description: describe(
      'Tasks of the own township or school',
      '核查任务列表',
      'a county sees those of all; children within reach, those due first come first.',
    ),
  })
  discrepancyTasks(
    @Arg('filter', () => DiscrepancyTaskFilter, {
      nullable: true,
      description: describe('Which tasks', '筛选条件'),
    })
    filter: DiscrepancyTaskFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<DiscrepancyTask>> {
    return loaders.listTasks(filter ?? {}, page);
  }

  @RequiresScope(COORDINATION_SCOPES.readTasks)
  @Query(() => [TaskAgeCountType], {
    nullable: true,
    description: describe(
      'Open tasks by how long they have stood',
      '待办任务账龄统计',
      "in the ages of the county's policy.",
    ),
  })
  discrepancyTaskAges(
    @Arg('filter', () => DiscrepancyTaskFilter, {
      nullable: true,
      description: describe('Which tasks', '筛选条件', 'the state is not asked.'),
    })
    filter: DiscrepancyTaskFilter | null,
    @Ctx() { loaders }: Context,
  ): Promise<TaskAgeCountType[]> {
    return loaders.countTasksByAge(filter ?? {});
  }

  @RequiresScope(COORDINATION_SCOPES.completeTasks)
  @Mutation(() => CompleteTaskPayload, {
    description: describe('Completes a task by the visit that it asked for', '办结核查任务'),
  })
  completeTask(
    @Arg('input', () => CompleteTaskInput, { description: describe('The visit', '走访情况') })
    input: CompleteTaskInput,
    @Ctx() { loaders }: Context,
  ): Promise<CompleteTaskPayload> {
    return loaders.completeTask(input);
  }

  @FieldResolver(() => TaskStateEnum.type, { description: describe('State', '状态') })
  state(@Root() task: DiscrepancyTaskType, @Ctx() { loaders }: Context): TaskState {
    if (task.endedOn !== null) return 'ENDED';
    return overdueDaysOf(task, parseIsoDate(loaders.today)) === null ? 'OPEN' : 'OVERDUE';
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: describe(
      'Days past its day',
      '逾期天数',
      'null where there is time, and where it ended in time.',
    ),
  })
  overdueDays(@Root() task: DiscrepancyTaskType, @Ctx() { loaders }: Context): number | null {
    return overdueDaysOf(task, parseIsoDate(loaders.today));
  }

  @FieldResolver(() => Int, { description: describe('Days for which it has stood', '账龄(天)') })
  ageDays(@Root() task: DiscrepancyTaskType, @Ctx() { loaders }: Context): number {
    return ageOf(task, parseIsoDate(loaders.today));
  }

  @FieldResolver(() => DivisionType, { description: describe('Township or county that has it', '责任区划') })
  division(
    @Root() { divisionCode }: DiscrepancyTaskType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(fullDivisionCode(divisionCode));
  }

  @FieldResolver(() => [DiscrepancyType], {
    description: describe('Discrepancies that it is about', '相关疑点', 'those that are not gone.'),
  })
  async discrepancies(
    @Root() { matter }: DiscrepancyTaskType,
    @Ctx() { loaders }: Context,
  ): Promise<StoredDiscrepancy[]> {
    return (await loaders.discrepanciesOfMatter.load(matter)).filter(({ state }) => state !== 'GONE');
  }

  @RequiresScope(COORDINATION_SCOPES.readCasework)
  @FieldResolver(() => ScreeningVisitType, {
    nullable: true,
    description: describe('Visit that completed it', '走访记录', 'null where none did.'),
  })
  visit(
    @Root() { visitId }: DiscrepancyTask,
    @Ctx() { loaders }: Context,
  ): Promise<ScreeningVisit | null> | null {
    return visitId == null ? null : loaders.visitsById.load(String(visitId));
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: DiscrepancyTaskType): StudentType {
    return { id: studentId };
  }
}
