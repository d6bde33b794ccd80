import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { describe, labelledEnum } from '../../_kit/schema/label.js';
import { DutyCountType } from './duty-report.type.js';
import type { DutyCount } from './duty-summary.js';
import type { FiveMechanism, MechanismCheck, MechanismState } from './mechanism-checks.js';

export const FiveMechanismEnum = labelledEnum(
  'FiveMechanism',
  { en: 'One of the five mechanisms', zh: '五项制度' },
  {
    SCREENING_REPORT: { en: 'Screening and report', zh: '排查报告制度' },
    PERSUASION_TO_RETURN: { en: 'Persuasion to return', zh: '劝返复学制度' },
    POVERTY_HELP: { en: 'Help against poverty', zh: '贫困帮扶制度' },
    STATUS_MANAGEMENT: { en: 'Student-status management', zh: '学籍管理制度' },
    ACCOUNTABILITY: { en: 'Accountability', zh: '责任追究制度' },
  },
);

export const MechanismStateEnum = labelledEnum(
  'MechanismState',
  { en: 'How one of the five mechanisms stands', zh: '制度落实情况' },
  {
    NOT_ORDERED: { en: 'The policy in force orders no such mechanism', zh: '现行方案未规定' },
    NO_RECORD_ASKED: {
      en: 'It is ordered, and no duty asks for a record of it',
      zh: '已规定但无须报送',
    },
    IN_ORDER: { en: 'What is due was handed in', zh: '按期落实' },
    OVERDUE: { en: 'Something is overdue', zh: '存在逾期' },
    UNKNOWN: { en: 'Nobody can say', zh: '无法判定' },
  },
);

@Holds('NONE')
@ObjectType('MechanismCheck', {
  description: describe('Line of the check-list of the five mechanisms', '五项制度落实清单', 'computed.'),
})
export class MechanismCheckType implements MechanismCheck {
  @Field(() => FiveMechanismEnum.type, { description: describe('Mechanism', '制度') })
  mechanism!: FiveMechanism;

  @Field(() => String, {
    nullable: true,
    description: describe('Document and clause that order it', '政策依据', 'null where none does.'),
  })
  policyClause!: string | null;

  @Field(() => MechanismStateEnum.type, { description: describe('How it stands', '落实情况') })
  state!: MechanismState;

  @Field(() => [DutyCountType], {
    description: describe('Duties that stand for it', '对应工作任务', 'of the school year, up to today.'),
  })
  duties!: readonly DutyCount[];
}
