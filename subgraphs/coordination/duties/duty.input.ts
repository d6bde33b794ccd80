import { Field, ID, InputType, Int } from 'type-graphql';
import type { PolicyBody } from '../../../policies/bodies.js';
import type { DutyKind } from '../../../policies/duty-kinds.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import {
  DutyBodyEnum,
  DutyEvidenceKindEnum,
  DutyFigureEnum,
  DutyKindEnum,
  DutyStateEnum,
  type DutyEvidenceKind,
  type DutyFigureName,
} from './duty.enums.js';
import type { DutyState } from './duty-state.js';

@InputType('DutyFilter', { description: describe('Which duties', '筛选条件') })
export class DutyFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division with all places in it', '行政区划代码', '2, 4, 6, 9 or 12 digits.'),
  })
  division?: string | null;

  @Field(() => String, { nullable: true, description: describe('One school', '学校标识码') })
  school?: string | null;

  @Field(() => DutyKindEnum.type, { nullable: true, description: describe('Kind', '职责类别') })
  kind?: DutyKind | null;

  @Field(() => String, { nullable: true, description: describe('Key of one duty', '任务代码') })
  duty?: string | null;

  @Field(() => DutyStateEnum.type, { nullable: true, description: describe('State', '履职状态') })
  state?: DutyState | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Due on this day at the earliest', '起始日期', 'from 1 September by default.'),
  })
  from?: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Due on this day at the latest', '截止日期', 'a month from today by default.'),
  })
  to?: string | null;
}

@InputType('DutyEvidenceInput', { description: describe('Document that shows it', '佐证材料') })
export class DutyEvidenceInput {
  @Field(() => DutyEvidenceKindEnum.type, { description: describe('Kind', '材料类别') })
  kind!: DutyEvidenceKind;

  @Field(() => String, {
    description: describe('Number under which it is kept', '文号', 'none of a person.'),
  })
  number!: string;

  @Field(() => DutyBodyEnum.type, { description: describe('Who issued it', '出具单位') })
  issuer!: PolicyBody;

  @Field(() => IsoDateScalar, { description: describe('Its date', '日期', 'today at the latest.') })
  date!: string;

  @Field(() => String, {
    nullable: true,
    description: describe('SHA-256 of the file', '文件摘要', '64 hexadecimal digits.'),
  })
  sha256?: string | null;
}

@InputType('DutyFigureInput', { description: describe('One figure', '数据项') })
export class DutyFigureInput {
  @Field(() => DutyFigureEnum.type, { description: describe('What is counted', '数据项名称') })
  name!: DutyFigureName;

  @Field(() => Int, { description: describe('How many', '数值') })
  value!: number;
}

const KEY = describe('Key of the command', '幂等键', '8 to 64 characters.');

@InputType('SubmitDutyInput', { description: describe('What is handed in', '报送内容') })
export class SubmitDutyInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, {
    description: describe(
      'Id of the duty',
      '任务编号',
      'as the list gives it; of a duty without periods `duty:day:body:place`.',
    ),
  })
  dutyId!: string;

  @Field(() => DutyEvidenceInput, { description: describe('Document that shows it', '佐证材料') })
  evidence!: DutyEvidenceInput;

  @Field(() => [DutyFigureInput], { nullable: true, description: describe('Figures', '报送数据') })
  figures?: DutyFigureInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Note', '说明', 'without names and numbers of persons.'),
  })
  note?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: describe(
      'Version that was read',
      '版本号',
      'when it is handed in again; absent the first time.',
    ),
  })
  version?: number | null;
}

@InputType('SignOffDutyInput', { description: describe('What is signed off', '签收内容') })
export class SignOffDutyInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Id of the duty', '任务编号') })
  dutyId!: string;

  @Field(() => Int, { description: describe('Version that was read', '版本号') })
  version!: number;
}

@InputType('ReturnDutyInput', { description: describe('What is sent back', '退回内容') })
export class ReturnDutyInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Id of the duty', '任务编号') })
  dutyId!: string;

  @Field(() => Int, { description: describe('Version that was read', '版本号') })
  version!: number;

  @Field(() => String, { description: describe('Why', '退回原因', 'without names.') })
  reason!: string;
}
