import { sql } from 'kysely';
import { advanceRegister, changeOf } from '../../_kit/changes/advance-register.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { RECORDED, refusal, type RecordedPayload } from '../../_kit/schema/recorded-payload.js';
import { HomeMedicalVisitEntity } from '../home-medical-visit.entity.js';
import { PlacementRecommendationEntity } from '../placement-recommendation.entity.js';
import {
  RecommendPlacementErrorEnum,
  RecordHomeMedicalVisitErrorEnum,
  type RecommendPlacementCode,
  type RecordHomeMedicalVisitCode,
} from './commands.enums.js';
import type { RecommendPlacementInput, RecordHomeMedicalVisitInput } from './commands.input.js';
import { holdRegisteredChild } from './hold-registered-child.js';

/** Says where a child is best taught (青政办发〔2018〕49号): advice to education, which decides on the placement. */
export function recommendPlacement(
  context: LoaderContext,
  input: RecommendPlacementInput,
): Promise<RecordedPayload<RecommendPlacementCode>> {
  return runOnce(context, { name: 'recommendPlacement', input }, async () => {
    const refuse = refusal(RecommendPlacementErrorEnum);
    const { mode, recommendedOn } = input;
    const child = await holdRegisteredChild(context, input.studentId);
    if (!child) return refuse('CHILD_NOT_FOUND', 'studentId');
    const { memberIds, ...recorded } = child;
    const { rows } = await sql<{ mode: string; recommendedOn: string }>`
      select mode, recommended_on::text as "recommendedOn" from placement_recommendation
      where student_id = any (${memberIds}::text[]) order by recommended_on desc, id desc limit 1`.execute(
      context.db,
    );
    const [last] = rows;
    if (recommendedOn > context.today || (last && recommendedOn < last.recommendedOn))
      return refuse('DATE_INVALID', 'recommendedOn');
    if (last?.mode === mode) return refuse('ALREADY_RECOMMENDED', 'mode');
    const recordedBy = context.caller.subject;
    await context.em.insert(PlacementRecommendationEntity, { ...recorded, mode, recommendedOn, recordedBy });
    await advanceRegister(context, 'PLACEMENT_RECOMMENDATIONS', changeOf(recorded.studentId));
    return RECORDED;
  });
}

/** Records that a health worker went to a child's home (送医上门). */
export function recordHomeMedicalVisit(
  context: LoaderContext,
  input: RecordHomeMedicalVisitInput,
): Promise<RecordedPayload<RecordHomeMedicalVisitCode>> {
  return runOnce(context, { name: 'recordHomeMedicalVisit', input }, async () => {
    const refuse = refusal(RecordHomeMedicalVisitErrorEnum);
    const { visitedOn } = input;
    const institution = input.institution.trim();
    const child = await holdRegisteredChild(context, input.studentId);
    if (!child) return refuse('CHILD_NOT_FOUND', 'studentId');
    if (visitedOn > context.today) return refuse('DATE_INVALID', 'visitedOn');
    if (!isInstitution(institution)) return refuse('INSTITUTION_INVALID', 'institution');
    const { memberIds, ...recorded } = child;
    const { rows: known } = await sql`
      select from home_medical_visit where student_id = any (${memberIds}::text[])
        and visited_on = ${visitedOn}::date and institution = ${institution}`.execute(context.db);
    if (known.length > 0) return refuse('ALREADY_RECORDED', 'visitedOn');
    const recordedBy = context.caller.subject;
    await context.em.insert(HomeMedicalVisitEntity, { ...recorded, visitedOn, institution, recordedBy });
    await advanceRegister(context, 'HOME_MEDICAL_VISITS', changeOf(recorded.studentId));
    return RECORDED;
  });
}

function isInstitution(name: string): boolean {
  const length = [...name].length;
  return length >= 2 && length <= 60 && !/\d{7,}/.test(name.replaceAll(/[\s-]/g, ''));
}
