import { parseIsoDate } from '../../../policies/iso-date.js';
import { createRegisterLoader } from '../../_kit/register/register-loader.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { PovertyHouseholdMemberEntity } from '../poverty-household-member.entity.js';
import type { RelocationHousehold } from '../relocation-household.entity.js';
import { followUpPlan } from './follow-up-plan.js';
import type { RecordRelocationFollowUpInput } from './follow-up.input.js';
import type { RelocationFollowUpPlanType } from './follow-up.type.js';
import { recordRelocationFollowUp } from './record-follow-up.js';
import { RelocationFollowUpEntity } from './relocation-follow-up.entity.js';

/** Follow-up of relocated children, for one request. */
export function createFollowUpLoaders(context: LoaderContext) {
  const followUps = createRegisterLoader(context, RelocationFollowUpEntity, {
    register: 'RELOCATION',
    orderBy: 'followed_on desc, id desc',
  });
  const members = createRegisterLoader(context, PovertyHouseholdMemberEntity, {
    register: 'HOUSEHOLDS',
    orderBy: 'id',
  });
  return {
    /** @param divisionCode of the resettlement site; the county's rules where the site is not on the list */
    async followUpOf(
      { studentId, movedOn, fromDivisionCode }: RelocationHousehold,
      divisionCode: string | undefined,
    ): Promise<RelocationFollowUpPlanType | null> {
      const child = await context.students.load(studentId);
      if (!child) return null;
      const [seen, known] = await Promise.all([followUps.load(child), members.load(child)]);
      const last = seen.rows.find(({ followedOn }) => followedOn >= movedOn) ?? null;
      const policy = context.policies.policyFor(
        divisionCode ?? fromDivisionCode.slice(0, 6),
        parseIsoDate(context.today),
      );
      const birthDate = known.rows[0]?.birthDate ?? null;
      const plan = followUpPlan({ movedOn, birthDate, last }, policy, context.today);
      return plan && { ...plan, last };
    },
    recordRelocationFollowUp: (input: RecordRelocationFollowUpInput) =>
      recordRelocationFollowUp(context, input),
  };
}
