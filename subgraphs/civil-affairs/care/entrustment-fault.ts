import { isPersonName } from '../../_kit/command/person-name.js';
import type { EntrustGuardianCode } from './care.enums.js';

interface Entrustment {
  readonly name: string;
  /** Without spaces. */
  readonly phone: string | null;
  readonly relation: string;
  /** YYYY-MM-DD. */
  readonly entrustedOn: string;
  readonly commitmentSignedOn: string | null;
}

/** Why nobody can be entrusted so, and the field at fault. @param today YYYY-MM-DD in Asia/Shanghai */
export function entrustmentFault(
  { name, phone, relation, entrustedOn, commitmentSignedOn }: Entrustment,
  today: string,
): readonly [code: EntrustGuardianCode, field: string] | null {
  if (!isPersonName(name, 2)) return ['NAME_INVALID', 'name'];
  if (['FATHER', 'MOTHER'].includes(relation)) return ['RELATION_INVALID', 'relation'];
  if (phone !== null && !/^\d{7,15}$/.test(phone)) return ['PHONE_INVALID', 'phone'];
  if (entrustedOn > today) return ['DATE_INVALID', 'entrustedOn'];
  if (commitmentSignedOn !== null && (commitmentSignedOn > today || commitmentSignedOn < entrustedOn))
    return ['DATE_INVALID', 'commitmentSignedOn'];
  return null;
}
