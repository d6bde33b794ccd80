import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Holds } from '../access/data-class.js';
import { IsoDateScalar } from '../schema/date.scalar.js';
import { describe } from '../schema/label.js';
import type { WorkFound } from './work-source.js';
import { WorkKindEnum, WorkUnknownEnum, type WorkKind, type WorkUnknown } from './work.enums.js';

export type WorkItemType = InstanceType<WorkTypes['WorkItemType']>;
export type WorkListType = InstanceType<WorkTypes['WorkListType']>;
type WorkTypes = ReturnType<typeof createWorkTypes>;

/**
 * Makes the types of one agency, which adds its own `Student` to an item. One class for all of them would collect the
 * children of every agency that runs in the same process.
 */
export function createWorkTypes() {
  /** What kind of work it is tells more, and its source asks for that. */
  @ObjectType('WorkItem', { description: describe('Something to be done', '待办事项') })
  @Directive('@shareable')
  @Holds('IDENTITY')
  class WorkItemType implements WorkFound {
    readonly studentId!: string | null;

    @Field(() => String, {
      description: describe(
        'Number or code under which the record is found',
        '业务编号',
        "of a case, a task, a class or a duty; the child's id where the record has none.",
      ),
    })
    subject!: string;

    @Field(() => IsoDateScalar, {
      nullable: true,
      description: describe('Last day on which it is in time', '办理期限', 'null where no rule sets a day.'),
    })
    dueOn!: string | null;

    @Field(() => Boolean, { description: describe('Whether that day is over', '是否逾期') })
    isOverdue!: boolean;
  }

  @ObjectType('WorkGroup', {
    description: describe(
      'Work of one kind',
      '一类待办',
      'counts are null where nobody can say what is to be done; the reason is beside them.',
    ),
  })
  @Directive('@shareable')
  @Holds('NONE')
  class WorkGroupType {
    @Field(() => WorkKindEnum.type, { description: describe('What is to be done', '待办类别') })
    kind!: WorkKind;

    @Field(() => Int, { nullable: true, description: describe('How many are open', '待办数') })
    open!: number | null;

    @Field(() => Int, { nullable: true, description: describe('How many are past their day', '逾期数') })
    overdue!: number | null;

    @Field(() => WorkUnknownEnum.type, {
      nullable: true,
      description: describe('Why it is unknown', '未知原因', 'null where it is known.'),
    })
    unknown!: WorkUnknown | null;

    @Field(() => [WorkItemType], {
      nullable: true,
      description: describe('Those due first', '最先到期的事项', 'as many as were asked for.'),
    })
    items!: WorkItemType[] | null;

    @Field(() => String, {
      description: describe('Root field that lists all of them', '完整列表字段', 'by filters of its own.'),
    })
    list!: string;
  }

  @ObjectType('WorkList', {
    description: describe(
      'What the caller has to do',
      '今日待办',
      "as far as this agency's records say, by the caller's own rights and area.",
    ),
  })
  @Directive('@shareable')
  @Holds('NONE')
  class WorkListType {
    @Field(() => IsoDateScalar, {
      description: describe('Day as of which it holds', '日期', 'in Asia/Shanghai.'),
    })
    on!: string;

    @Field(() => [WorkGroupType], { description: describe('Work, kind by kind', '分类待办') })
    groups!: WorkGroupType[];
  }

  return { WorkItemType, WorkGroupType, WorkListType };
}
