import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Holds } from '../access/data-class.js';
import { connectionType } from '../schema/connection.js';
import { describe } from '../schema/label.js';
import type { StudentIdentity } from '../student/student-identity.js';
import { AccessOperationEnum, AccessOutcomeEnum } from './access-log.enums.js';

/** The same in every agency, so that one fragment reads all logs. */
@ObjectType('Access', {
  description: describe('Entry of an access log', '访问记录', 'never a value that was read.'),
})
@Directive('@shareable')
@Holds('ACCESS_LOG')
export class AccessType {
  @Field(() => Date, { description: describe('When', '访问时间') })
  at!: Date;

  @Field(() => String, {
    description: describe('Request', '请求编号', 'the same at every agency that it reached.'),
  })
  requestId!: string;

  @Field(() => String, { description: describe('Who asked', '访问人') })
  actor!: string;

  @Field(() => String, { description: describe('Agency of who asked', '访问人所在部门') })
  agency!: string;

  @Field(() => String, { description: describe('Role of who asked', '访问人角色') })
  role!: string;

  @Field(() => String, { description: describe('Purpose that was declared', '处理目的') })
  purpose!: string;

  @Field(() => [String], { description: describe('Approvals under which the call ran', '审批编号') })
  approvals!: readonly string[];

  @Field(() => AccessOperationEnum.type, { description: describe('Kind of call', '操作类型') })
  operation!: string;

  @Field(() => [AccessOutcomeEnum.type], { description: describe('What came of it', '访问结果') })
  outcomes!: readonly string[];

  @Field(() => [String], {
    description: describe(
      'Fields that were delivered',
      '所提供的字段',
      "of the child, in a child's own list.",
    ),
  })
  fields!: readonly string[];

  @Field(() => [String], { description: describe('Fields that were refused', '被拒绝的字段') })
  deniedFields!: readonly string[];

  @Field(() => Int, { description: describe('Children that the call was about', '涉及学生人数') })
  studentCount!: number;
}

export const AccessConnectionType = connectionType(
  'Access',
  AccessType,
  { en: 'Entries of an access log', zh: '访问记录列表', detail: 'the latest first.' },
  { isShareable: true },
);

const DISCLOSED_UNTIL = describe(
  'Until when the reads of all are shown',
  '披露截止时间',
  'later reads by officers of agencies whose reads are disclosed late are left out; null when none are left out.',
);

@ObjectType('ChildAccesses', { description: describe('Who read the records of a child', '学生信息访问情况') })
@Directive('@shareable')
@Holds('ACCESS_LOG')
export class ChildAccessesType {
  @Field(() => Date, { nullable: true, description: DISCLOSED_UNTIL })
  disclosedUntil!: Date | null;

  student!: StudentIdentity;
}

export { DISCLOSED_UNTIL };
