import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { CustodyParentEnum } from './child-circumstance.enums.js';
import { DatedRecordType, datedRegisterType } from './dated-register.type.js';

@Holds('RESTRICTED')
@ObjectType('ParentInCustody', {
  description: describe('Parent in custody', '服刑人员未成年子女', 'restricted.'),
})
export class ParentInCustodyType extends DatedRecordType {
  @Field(() => CustodyParentEnum.type, { description: describe('Which parent', '父或母') })
  parent!: EnumValue<typeof CustodyParentEnum>;
}

export const ParentInCustodyRegisterType = datedRegisterType(
  'ParentInCustodyRegister',
  ParentInCustodyType,
  {
    en: 'Register of prisoners’ children on one child',
    zh: '服刑人员未成年子女登记',
    detail: 'restricted.',
  },
  'RESTRICTED',
);
