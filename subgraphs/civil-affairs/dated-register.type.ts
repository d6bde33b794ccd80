import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import type { DataClass } from '../../policies/purposes.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type Term } from '../_kit/schema/label.js';

type ClassType<T extends object> = new () => T;

/** Fields that every record with a beginning and an end has; extended alone, so it is no type of the schema. */
@Holds('WELFARE')
@ObjectType('DatedRecord', { description: describe('Record that holds for a time', '有起止日期的记录') })
export abstract class DatedRecordType {
  @Field(() => IsoDateScalar, { description: describe('From', '起始日期') })
  startedOn!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Until', '终止日期', 'its last day; null while it holds.'),
  })
  endedOn!: string | null;
}

export interface DatedRegister<Node> {
  register: RegisterState;
  current: Node | null;
  history: readonly Node[];
}

/** Makes the type of a register that holds one record of a child at a time. */
export function datedRegisterType<Node extends object>(
  name: string,
  node: ClassType<Node>,
  term: Term,
  holds: DataClass = 'WELFARE',
): ClassType<DatedRegister<Node>> {
  @Holds(holds)
  @ObjectType(name, { description: describe(term.en, term.zh, term.detail) })
  class RegisterType implements DatedRegister<Node> {
    @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
    register!: RegisterState;

    @Field(() => node, {
      nullable: true,
      description: describe('Record that holds today', '当前记录', 'the later one where two hold.'),
    })
    current!: Node | null;

    @Field(() => [node], { description: describe('Other records', '历史记录', 'the latest first.') })
    history!: readonly Node[];
  }
  return RegisterType;
}
