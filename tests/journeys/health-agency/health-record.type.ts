import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../../subgraphs/_kit/access/data-class.js';
import type { RegisterState } from '../../../subgraphs/_kit/register/register-state.js';
import { RegisterStateType } from '../../../subgraphs/_kit/register/register-state.type.js';
import { IsoDateScalar } from '../../../subgraphs/_kit/schema/date.scalar.js';
import { describe } from '../../../subgraphs/_kit/schema/label.js';
import type { StudentIdentity } from '../../../subgraphs/_kit/student/student-identity.js';

@Holds('DISABILITY')
@ObjectType('Vaccination', { description: describe('One dose', '接种记录') })
export class VaccinationType {
  @Field(() => String, { description: describe('Vaccine', '疫苗名称') })
  vaccine!: string;

  @Field(() => IsoDateScalar, { description: describe('Given on', '接种日期') })
  givenOn!: string;
}

@Holds('DISABILITY')
@ObjectType('VaccinationRegister', { description: describe('Vaccinations of one child', '预防接种登记') })
export class VaccinationRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => [VaccinationType], { description: describe('Doses', '接种记录', 'the latest first.') })
  records!: readonly VaccinationType[];
}

@Holds('DISABILITY')
@ObjectType('HealthRecord', { description: describe('Health record', '健康信息') })
export class HealthRecordType {
  /** Whose record; each register is read when it is asked for. */
  readonly student!: StudentIdentity;
}
