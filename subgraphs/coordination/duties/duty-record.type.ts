import { Field, Int, ObjectType } from 'type-graphql';
import type { PolicyBody } from '../../../policies/bodies.js';
import { Holds } from '../../_kit/access/data-class.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import {
  DutyBodyEnum,
  DutyEvidenceKindEnum,
  DutyFigureEnum,
  type DutyEvidenceKind,
  type DutyFigureName,
} from './duty.enums.js';
import type { ShownDutyRecord } from './duty-node.js';

@Holds('NONE')
@ObjectType('DutyEvidence', { description: describe('Document that shows a duty was done', '佐证材料') })
export class DutyEvidenceType {
  @Field(() => DutyEvidenceKindEnum.type, { description: describe('Kind', '材料类别') })
  kind!: DutyEvidenceKind;

  @Field(() => String, { description: describe('Number under which it is kept', '文号') })
  number!: string;

  @Field(() => DutyBodyEnum.type, { description: describe('Who issued it', '出具单位') })
  issuer!: PolicyBody;

  @Field(() => IsoDateScalar, { description: describe('Its date', '日期') })
  date!: string;

  @Field(() => String, { nullable: true, description: describe('SHA-256 of the file', '文件摘要') })
  sha256!: string | null;
}

@Holds('NONE')
@ObjectType('DutyFigure', { description: describe('One figure of a record', '报送数据项') })
export class DutyFigureType {
  @Field(() => DutyFigureEnum.type, { description: describe('What is counted', '数据项名称') })
  name!: DutyFigureName;

  @Field(() => Int, { description: describe('How many', '数值') })
  value!: number;
}

@Holds('NONE')
@ObjectType('DutyReturn', { description: describe('One time that a record was sent back', '退回记录') })
export class DutyReturnType {
  @Field(() => IsoDateScalar, { description: describe('On', '退回日期') })
  on!: string;

  @Field(() => String, { description: describe('By', '退回人') })
  by!: string;

  @Field(() => String, { description: describe('Why', '退回原因') })
  reason!: string;
}

@Holds('NONE')
@ObjectType('DutyRecord', { description: describe('What was handed in for a duty', '报送记录') })
export class DutyRecordType implements ShownDutyRecord {
  @Field(() => IsoDateScalar, { description: describe('Handed in on', '报送日期', 'the last time.') })
  submittedOn!: string;

  @Field(() => IsoDateScalar, {
    description: describe(
      'Handed in for the first time on',
      '首次报送日期',
      'which decides whether it is late.',
    ),
  })
  firstSubmittedOn!: string;

  @Field(() => String, { description: describe('Handed in by', '报送人', 'an account.') })
  submittedBy!: string;

  @Field(() => DutyEvidenceType, { description: describe('Document that shows it', '佐证材料') })
  evidence!: ShownDutyRecord['evidence'];

  @Field(() => [DutyFigureType], { description: describe('Figures', '报送数据') })
  figures!: ShownDutyRecord['figures'];

  @Field(() => String, { nullable: true, description: describe('Note', '说明') })
  note!: string | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Signed off on', '签收日期') })
  signedOffOn!: string | null;

  @Field(() => String, { nullable: true, description: describe('Signed off by', '签收人', 'an account.') })
  signedOffBy!: string | null;

  @Field(() => [DutyReturnType], {
    description: describe('Times that it was sent back', '退回记录', 'the latest last.'),
  })
  returns!: ShownDutyRecord['returns'];

  @Field(() => Int, { description: describe('Version', '版本号', 'which a change has to name.') })
  version!: number;
}
