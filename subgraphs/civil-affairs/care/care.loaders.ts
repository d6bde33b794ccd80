import { parseIsoDate } from '../../../policies/iso-date.js';
import { createRegisterLoader } from '../../_kit/register/register-loader.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { verifyRecord } from './care.commands.js';
import type { EntrustGuardianInput, VerifyRecordInput } from './care.input.js';
import { entrustGuardian } from './entrust-guardian.js';
import { RecordVerificationEntity } from './record-verification.entity.js';
import type { SpecialGroup } from './special-group.enums.js';
import { verificationPlan, type VerificationPlan, type VerifiedRecord } from './verification-plan.js';

/** Checks of special groups' records and entrusted guardians, for one request. */
export function createCareLoaders(context: LoaderContext) {
  const { students, policies } = context;
  const today = parseIsoDate(context.today);
  const verifications = createRegisterLoader(context, RecordVerificationEntity, {
    register: 'CHILD_FILES',
    orderBy: 'verified_on desc, id desc',
  });
  const careOf = (divisionCode: string) => policies.policyFor(divisionCode, today).care;
  return {
    async verificationOf(
      record: VerifiedRecord & { readonly studentId: string },
      group: SpecialGroup,
    ): Promise<VerificationPlan | null> {
      const child = await students.load(record.studentId);
      const { rows } = child ? await verifications.load(child) : { rows: [] };
      const last = rows.find(({ specialGroup }) => specialGroup === group);
      return verificationPlan(record, last?.verifiedOn ?? null, careOf(record.divisionCode), context.today);
    },
    verifyRecord: (input: VerifyRecordInput) => verifyRecord(context, input),
    entrustGuardian: (input: EntrustGuardianInput) => entrustGuardian(context, input),
  };
}
