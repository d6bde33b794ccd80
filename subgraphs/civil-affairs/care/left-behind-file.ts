import type { LeftBehindFileGap } from './special-group.enums.js';
import type { VerificationPlan } from '../../_kit/verification/verification-plan.js';

interface FiledGuardian {
  readonly isActualGuardian: boolean;
  readonly isLegalGuardian: boolean;
  readonly maskedPhone?: string | null | undefined;
  readonly commitmentSignedOn?: string | null | undefined;
}

/** Whoever looks after a child in the place of its parents (代理监护人; 青政办发〔2018〕49号). */
export function substituteOf<Guardian extends FiledGuardian>(
  guardians: readonly Guardian[],
): Guardian | null {
  return (
    guardians.find(({ isActualGuardian, isLegalGuardian }) => isActualGuardian && !isLegalGuardian) ?? null
  );
}

/**
 * What a left-behind child's file (留守儿童档案) lacks.
 * @param guardians of the file; null where there is no file
 */
export function leftBehindFileGaps(
  guardians: readonly FiledGuardian[] | null,
  plan: Pick<VerificationPlan, 'isOverdue'>,
): LeftBehindFileGap[] {
  const gaps: LeftBehindFileGap[] = [];
  const substitute = substituteOf(guardians ?? []);
  if (guardians === null) gaps.push('NO_FILE');
  if (!substitute) gaps.push('NO_SUBSTITUTE_GUARDIAN');
  else {
    if (substitute.maskedPhone == null) gaps.push('NO_CONTACT');
    if (substitute.commitmentSignedOn == null) gaps.push('NO_COMMITMENT');
  }
  if (plan.isOverdue === true) gaps.push('NOT_VERIFIED_IN_TIME');
  return gaps;
}
