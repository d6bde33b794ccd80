import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { childInReach, reachPolicy } from '../../_kit/student/reach-policies.js';

/** One id of a child that has several. Undoing a link deletes its row; nothing is ever merged. */
export const StudentLinkEntity = defineEntity({
  name: 'StudentLinkEntity',
  tableName: 'student_link',
  ...reachPolicy(childInReach('student_link', 'member_id')),
  properties: {
    memberId: p.text().primary(),
    canonicalId: p.text().index(),
    tier: p.text(),
    /** Codes of what the link rests on, never values. */
    evidence: p.array(),
    decidedBy: p.text(),
    decidedOn: p.date(),
  },
});

export type StudentLink = InferEntity<typeof StudentLinkEntity>;
