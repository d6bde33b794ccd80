import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import type { RecordedFacts } from '../../_kit/command/recorded-facts.js';
import { placeInReach, reachPolicy, schoolInReach } from '../../_kit/student/reach-policies.js';

/** One village of a campaign, and who answers for its return. */
export const ScreeningAssignmentEntity = defineEntity({
  name: 'ScreeningAssignmentEntity',
  tableName: 'screening_assignment',
  // Households stand behind it: it opens to the officers of the village and to the school that visits it.
  ...reachPolicy(
    placeInReach(
      'screening_assignment',
      'division_code',
      schoolInReach('screening_assignment', 'school_code'),
    ),
  ),
  properties: {
    code: p.text().primary(),
    campaignCode: p.text().index(),
    /** Village, 12 digits. */
    divisionCode: p.text().index(),
    answeredBy: p.text(),
    /** The school that visits its catchment; null where the village visits itself. */
    schoolCode: p.text().nullable(),
    assigneeName: p.text().nullable(),
    /** Households on the village's own list (户籍底册); null until somebody has said how many there are. */
    householdCount: p.integer().nullable(),
    dueOn: p.date(),
    /** What its mutations filled. */
    recorded: p.json().$type<RecordedFacts>().defaultRaw(`'{}'`),
  },
});

export type ScreeningAssignment = InferEntity<typeof ScreeningAssignmentEntity>;
