import { Field, ObjectType } from 'type-graphql';
import type { PolicyBody } from '../../../policies/bodies.js';
import { Holds } from '../../_kit/access/data-class.js';
import { describe } from '../../_kit/schema/label.js';
import { DutyBodyEnum } from '../duties/duty.enums.js';
import type { PersuadingBodies } from './persuading-bodies.js';

@Holds('NONE')
@ObjectType('PersuadingBodies', {
  description: describe('Bodies that have to persuade a child to return', '劝返责任主体'),
})
export class PersuadingBodiesType implements PersuadingBodies {
  @Field(() => [DutyBodyEnum.type], { description: describe('Bodies', '责任主体') })
  bodies!: readonly PolicyBody[];

  @Field(() => String, { description: describe('Document and clause', '政策依据') })
  policyClause!: string;
}
