import { Field } from 'type-graphql';
import { describe } from '../../_kit/schema/label.js';
import { EvidenceKindEnum } from './disposition.enums.js';

/** What every mutation asks for that says a measure is done: the paper that shows it. */
export const ProofKindField = Field(() => EvidenceKindEnum.type, {
  description: describe('Kind of the paper that shows it', '佐证材料类别'),
});
export const ProofNumberField = Field(() => String, {
  description: describe(
    'Number of the paper',
    '佐证材料编号',
    'up to 64 characters, never a resident number.',
  ),
});
