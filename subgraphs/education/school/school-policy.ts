import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { NOWHERE } from '../../../policies/policy-areas.js';
import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import { createSchoolCalendar, type SchoolCalendar } from '../../../policies/school-calendar.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { School } from './school.entity.js';

/** Policies are remembered by their library; so is what is made of each. */
const calendars = new WeakMap<ResolvedPolicy, SchoolCalendar>();

export type SchoolPolicies = (schoolCode: string) => Promise<ResolvedPolicy>;

/** The policy in force today where a school stands; the national one for a code that is not on the list. */
export function createSchoolPolicies(
  { policies, today }: Pick<LoaderContext, 'policies' | 'today'>,
  schools: DataLoader<string, School | null>,
): SchoolPolicies {
  return async (schoolCode) => {
    const school = await schools.load(schoolCode);
    return policyAt({ policies, today }, school?.divisionCode ?? null);
  };
}

/** @param divisionCode where a school stands; null for one that is not on the list */
export function policyAt(
  { policies, today }: Pick<LoaderContext, 'policies' | 'today'>,
  divisionCode: string | null,
): ResolvedPolicy {
  return policies.policyFor(divisionCode ?? NOWHERE, parseIsoDate(today));
}

/** The policies in force today at any school; for bounds that have to hold at all of them. */
export async function listSchoolPolicies({
  readRows,
  policies,
  today,
}: LoaderContext): Promise<ResolvedPolicy[]> {
  const rows = await readRows<{ code: string }>(sql`
    select distinct division_code as code from school union select ${NOWHERE}`);
  return [...new Set(rows.map(({ code }) => policies.policyFor(code, parseIsoDate(today))))];
}

export function calendarOf(policy: ResolvedPolicy): SchoolCalendar {
  const calendar = calendars.get(policy) ?? createSchoolCalendar(policy);
  calendars.set(policy, calendar);
  return calendar;
}
