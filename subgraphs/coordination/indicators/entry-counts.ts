import { sql } from 'kysely';
import type { IsoDate } from '../../../policies/iso-date.js';
import { NOWHERE } from '../../../policies/policy-areas.js';
import type { PolicyLibrary } from '../../../policies/resolve-policy.js';
import { stageOfGrade } from '../../../policies/school-age.js';
import type { Register } from '../../_kit/register/register.entity.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { FocusGroup } from '../standing/focus-group.enum.js';
import { caseCutOff, outcomesOfCases } from './case-outcome.js';
import type { EntryCount, IndicatorDefinition } from './indicators.js';
import { LEVEL_DIGITS } from './division-tree.js';
import { publicationUnits } from './publication-units.js';
import { publishedDefinitions } from './published-indicators.js';
import { publishedStatistics, readStatistics, type PublishedStatistics } from './published-statistics.js';
import { suppressionOf, type Suppression } from './suppression.js';
import type { UnknownFocusGroup } from '../standing/unknown-focus-groups.js';

/** Everything that may be published of the register, and what of it is hidden. */
export interface PublishedRegister {
  readonly definitions: readonly IndicatorDefinition[];
  /** @param prefix code cut by level. */
  readonly countsIn: (prefix: string) => readonly EntryCount[];
  /** Groups of which it is not known of every child of a division whether it belongs to them. */
  readonly unknownIn: (prefix: string) => ReadonlySet<FocusGroup>;
  readonly suppression: Suppression;
  readonly statistics: PublishedStatistics;
}

interface StoredCount extends Omit<EntryCount, 'attendedStage'> {
  readonly grade: number | null;
  readonly unknown: readonly UnknownFocusGroup['group'][];
}

/**
 * The register as it is published on a day. Whether a count may be shown depends on every other one, so the whole is
 * worked out at once, under the county's policy, and remembered until the register's contents change.
 */
export async function publishedRegister(context: LoaderContext, day: IsoDate): Promise<PublishedRegister> {
  const register = (await context.registers()).get('SCHOOL_AGE_REGISTER');
  const remembered = latest.get(context.policies);
  if (remembered?.key === keyOf(register, day)) return remembered.published;
  // Without a register there is nobody to count, and the national policy alone says what would be.
  const published = publicationOf(context, register ?? { division: NOWHERE, asOf: new Date(day) }, day);
  rememberPublication(context.policies, register, day, published);
  return published;
}

/** What was worked out for one purpose is not worked out again for another. */
export function rememberPublication(
  policies: PolicyLibrary,
  register: RegisterState | undefined,
  day: IsoDate,
  published: Promise<PublishedRegister>,
): void {
  latest.set(policies, { key: keyOf(register, day), published });
  published.catch(() => latest.delete(policies));
}

type RegisterState = Pick<Register, 'version' | 'asOf'>;
const keyOf = (register: RegisterState | undefined, day: IsoDate) =>
  `${register?.version} ${register?.asOf.getTime()} ${day}`;

/** One for each process: the policies are loaded once, with the agency. */
const latest = new WeakMap<
  PolicyLibrary,
  { readonly key: string; readonly published: Promise<PublishedRegister> }
>();

/** @param register under the policy of whose division it is published */
export async function publicationOf(
  { overAllRows, policies }: Pick<LoaderContext, 'overAllRows' | 'policies'>,
  register: Pick<Register, 'division' | 'asOf'>,
  day: IsoDate,
): Promise<PublishedRegister> {
  const policy = policies.policyFor(register.division, day);
  const { rows, statistics } = await overAllRows(async (db) => {
    const statistics = await readStatistics(db);
    const { rows } = await sql<StoredCount>`
    select entry.counted_division_code as division, entry.stage, entry.grade, entry.age, entry.standing,
      entry.focus_groups as "focusGroups",
      jsonb_path_query_array(entry.unknown_focus_groups, '$[*].group') as unknown,
      exists (select from dropout_case open where open.student_id = entry.student_id and open.reason = 'POVERTY'
        and open.returned_on is null and open.closed_on is null) as "isOutForPoverty",
      matched.aid, coalesce(matched.is_unknown, false) as "isAidUnknown", outcome.verification, outcome.comeback,
      count(*)::int as children
    from school_age_entry entry
    left join (${outcomesOfCases(caseCutOff(policies, register))}) outcome on outcome.student_id = entry.student_id
    left join (
      select student_id, bool_or(verdict = 'UNKNOWN') as is_unknown,
        case when bool_or(verdict = 'ELIGIBLE_NOT_AIDED') then 'NOT_AIDED'
          when bool_or(verdict = 'ELIGIBLE_AIDED') then 'AIDED' end as aid
      from aid_match group by student_id
    ) matched on matched.student_id = entry.student_id
    where entry.counted_division_code is not null
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12`.execute(db);
    return { rows, statistics };
  });
  const counts = rows.map((row) => ({
    ...row,
    attendedStage: row.grade === null ? null : (stageOfGrade(row.grade, policy) ?? null),
  }));
  const levels = LEVEL_DIGITS.map((digits) =>
    Map.groupBy(counts, ({ division }) => division.slice(0, digits)),
  );
  const within = (prefix: string) => levels.flatMap((places) => places.get(prefix) ?? []);
  const definitions = publishedDefinitions(policy);
  return {
    definitions,
    countsIn: within,
    unknownIn: (prefix) => new Set(within(prefix).flatMap(({ unknown }) => unknown)),
    suppression: suppressionOf(counts, publicationUnits(definitions, policy)),
    statistics: publishedStatistics(statistics, policy, day),
  };
}
