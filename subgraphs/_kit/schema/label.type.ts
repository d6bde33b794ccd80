import { Directive, Field, ObjectType } from 'type-graphql';
import { Holds } from '../access/data-class.js';
import { describe } from './label.js';

@ObjectType('Label', { description: describe('Wording in both languages', '双语名称') })
@Directive('@shareable')
@Holds('NONE')
export class LabelType {
  @Field(() => String, { description: describe('English wording', '英文名称') })
  en!: string;

  @Field(() => String, { description: describe('Official Chinese term', '中文名称') })
  zh!: string;
}
