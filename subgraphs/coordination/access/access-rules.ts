import { daysBetween, isIsoDate } from '../../../policies/iso-date.js';
import type { Purpose } from '../../../policies/purposes.js';
import type { Caller } from '../../_kit/access/caller.js';
import { isReason } from '../../_kit/command/reason.js';
import { isDivisionCode } from '../../_kit/schema/division-prefix.js';
import type { ApproveAccessErrorCode, GrantAccessErrorCode } from './access.enums.js';
import type { ApproveAccessInput } from './access-approval.type.js';
import type { GrantAccessInput } from './access-grant.type.js';

/** Hub defaults; the law asks for an end, not for a number. A standing approval is looked at again every year. */
const MOST_DAYS = { STANDING: 366, CASE: 92, GRANT: 366 } as const;
const DAY_MS = 24 * 60 * 60_000;

export interface Fault<Code> {
  readonly code: Code;
  readonly field: string;
}

/** Everything that speaks against an approval, apart from whether its child is there. */
export function faultsOfApproval(
  input: ApproveAccessInput,
  { caller, purpose, now }: { readonly caller: Caller; readonly purpose: Purpose; readonly now: Date },
): Fault<ApproveAccessErrorCode>[] {
  const { level, actorKind, actor, dataClasses, studentId, validFrom, expiresAt, basis } = input;
  const from = validFrom ?? now;
  const self = actorKind === 'ROLE' ? caller.role : caller.subject;
  const isOutside =
    dataClasses.length === 0 || dataClasses.some((name) => !purpose.dataClasses.includes(name));
  return faults<ApproveAccessErrorCode>([
    [!/^[\w:.@-]{2,128}$/.test(actor), 'ACTOR_INVALID', 'actor'],
    [actor === self, 'SELF_APPROVAL', 'actor'],
    [isOutside, 'CLASS_OUTSIDE_PURPOSE', 'dataClasses'],
    [level === 'CASE' && studentId == null, 'CHILD_REQUIRED', 'studentId'],
    [level === 'STANDING' && studentId != null, 'CHILD_NOT_ALLOWED', 'studentId'],
    [from < now, 'PERIOD_INVALID', 'validFrom'],
    [expiresAt <= from, 'PERIOD_INVALID', 'expiresAt'],
    [expiresAt.getTime() - from.getTime() > MOST_DAYS[level] * DAY_MS, 'PERIOD_TOO_LONG', 'expiresAt'],
    [!isReason(basis), 'TEXT_INVALID', 'basis'],
  ]);
}

/** Everything that speaks against a grant, apart from whether its child is there. */
export function faultsOfGrant(
  { granteeKind, granteeCode, reason, validFrom, validTo }: GrantAccessInput,
  { caller, today }: { readonly caller: Caller; readonly today: string },
): Fault<GrantAccessErrorCode>[] {
  const from = validFrom ?? today;
  const isOwnArea = caller.jurisdiction.some(
    ({ kind, code }) => kind === granteeKind && code === granteeCode,
  );
  const isTooLong = validTo > from && daysOf(from, validTo) > MOST_DAYS.GRANT;
  return faults<GrantAccessErrorCode>([
    [!isAreaCode(granteeKind, granteeCode), 'AREA_INVALID', 'granteeCode'],
    [isOwnArea, 'SELF_GRANT', 'granteeCode'],
    [from < today, 'PERIOD_INVALID', 'validFrom'],
    [validTo < from, 'PERIOD_INVALID', 'validTo'],
    [isTooLong, 'PERIOD_TOO_LONG', 'validTo'],
    [!isReason(reason), 'TEXT_INVALID', 'reason'],
  ]);
}

/** Divisions are cut by level; the codes of other areas have other forms, by which the agencies tell them apart. */
function isAreaCode(kind: GrantAccessInput['granteeKind'], code: string): boolean {
  if (kind === 'DIVISION') return isDivisionCode(code);
  return /^[\w-]{4,64}$/.test(code) && !isDivisionCode(code);
}

function daysOf(from: string, to: string): number {
  return isIsoDate(from) && isIsoDate(to) ? daysBetween(from, to) : Infinity;
}

function faults<Code>(checks: readonly (readonly [boolean, Code, string])[]): Fault<Code>[] {
  return checks.flatMap(([isFault, code, field]) => (isFault ? [{ code, field }] : []));
}
