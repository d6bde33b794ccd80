import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { GuardianRelationEnum } from '../../_kit/schema/guardian.enums.js';

@Holds('GUARDIANS')
@ObjectType('SchoolGuardian', {
  description: describe('Guardian, as the school wrote it', '学籍监护人', 'whom the class teacher contacts.'),
})
export class SchoolGuardianType {
  @Field(() => String, { description: describe('Name', '姓名') })
  name!: string;

  @Field(() => GuardianRelationEnum.type, {
    description: describe('Relation to the child', '与学生关系'),
  })
  relation!: EnumValue<typeof GuardianRelationEnum>;

  @Field(() => Boolean, { description: describe('Looks after the child today', '是否实际监护人') })
  isActualGuardian!: boolean;

  @Field(() => Boolean, {
    description: describe(
      'Guardian by law',
      '是否法定监护人',
      'false for kin who stand in for parents away.',
    ),
  })
  isLegalGuardian!: boolean;

  /** Column behind `phone`. */
  phoneSealed!: string | null;
}
