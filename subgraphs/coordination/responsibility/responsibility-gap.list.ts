import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../../_kit/schema/connection.js';
import { selectRows } from '../../_kit/select-rows.js';
import { placesWithinReach } from '../duties/duty-reach.js';
import type { DutyPlace } from '../duties/duty-places.js';
import { ResponsibilityAssignmentEntity } from './responsibility-assignment.entity.js';
import type { ResponsibilityGapFilter, ResponsibilityGapType } from './responsibility-gap.type.js';
import { codesAround, placesOf, type Scope } from './responsibility-places.js';
import { ResponsibilityLevelEnum, ResponsibilitySchemeEnum } from './responsibility.enums.js';
import { responsibilityOf } from './responsibility.js';

/**
 * Levels for which nobody is named today though the policy in force asks for somebody, at villages, schools and classes
 * within reach and at the divisions around them, from the top down. The chain of a child shows the same.
 * @throws {HubError} while the register of responsibility is not loaded: nobody can say then what is vacant
 */
export async function listResponsibilityGaps(
  context: LoaderContext,
  { division, school, level }: ResponsibilityGapFilter,
  page: PageArgs,
): Promise<Connection<ResponsibilityGapType>> {
  const { policies, registers, today, em } = context;
  const { limit, after } = pageRequest(page, ['integer', 'text']);
  if (!(await registers()).has('RESPONSIBILITY'))
    throw new HubError(
      'BAD_USER_INPUT',
      'The register of responsibility is not loaded: nobody can say which posts are vacant.',
    );
  const within = await placesWithinReach(context, { division: division ?? null, school: school ?? null });
  const chains = [...within.flatMap(scopesOfPlace), ...(await scopesOfClasses(context, within))];
  const codes = [...new Set(chains.flatMap((scopes) => codesAround(placesOf(scopes))))];
  const assignments = await selectRows(em, ResponsibilityAssignmentEntity)
    .where(sql<boolean>`target_code = any(${codes}::text[])`)
    .execute();
  const byTarget = Map.groupBy(assignments, ({ targetCode }) => targetCode);
  const own = new Set(within.map(({ code }) => code));
  const gaps = new Map<string, ResponsibilityGapType>();
  for (const scopes of chains) {
    const places = placesOf(scopes);
    const held = codesAround(places).flatMap((code) => byTarget.get(code) ?? []);
    const { responsibilitySchemes } = policies.policyFor(places.villages[0] ?? '', parseIsoDate(today));
    for (const link of responsibilityOf(scopes, responsibilitySchemes, held, today)) {
      // Of a division around the caller's own area its own people see to it.
      if (!link.isVacant || !isWithin(link.code, own) || (level != null && link.level !== level)) continue;
      gaps.set(keyText(link), link);
    }
  }
  const sorted = [...gaps.values()].toSorted((a, b) => inOrder(keyOf(a), keyOf(b)));
  const rest = after ? sorted.filter((gap) => inOrder(keyOf(gap), after) > 0) : sorted;
  return connectionOf(rest, limit, keyOf, sorted.length);
}

/** A school or a village with what is around it, as a child that belongs there would have it. */
function scopesOfPlace({ kind, code, divisionCode }: DutyPlace): Scope[][] {
  if (kind === 'VILLAGE') return [[{ kind: 'RESIDENCE', code }]];
  if (kind !== 'SCHOOL') return [];
  return [
    [
      { kind: 'SCHOOL', code },
      { kind: 'RESIDENCE', code: divisionCode },
    ],
  ];
}

/** The classes that children of those schools are in; of the children nothing is read. */
async function scopesOfClasses(
  { overAllRows }: LoaderContext,
  within: readonly DutyPlace[],
): Promise<Scope[][]> {
  const siteOf = new Map(
    within.flatMap(({ kind, code, divisionCode }) => (kind === 'SCHOOL' ? [[code, divisionCode]] : [])),
  );
  const schools = [...siteOf.keys()];
  const { rows } = await overAllRows((db) =>
    sql<{ code: string }>`
      select distinct code from student_scope
      where kind = 'CLASS' and left(code, 10) = any (${schools}::text[])`.execute(db),
  );
  return rows.map(({ code }) => {
    const school = code.slice(0, 10);
    return [
      { kind: 'CLASS', code },
      { kind: 'SCHOOL', code: school },
      { kind: 'RESIDENCE', code: siteOf.get(school) ?? '' },
    ];
  });
}

const isWithin = (code: string, own: ReadonlySet<string>) =>
  [code, code.slice(0, 10), code.slice(0, 9), code.slice(0, 6)].some(
    (part, index) => own.has(part) && (index < 2 || /^0+$/.test(code.slice(part.length))),
  );

function keyText({ scheme, code, level }: ResponsibilityGapType): string {
  return `${code}:${scheme}:${level}`;
}

function keyOf(gap: ResponsibilityGapType): readonly [number, string] {
  const rank =
    ResponsibilityLevelEnum.values.indexOf(gap.level) * 100 +
    ResponsibilitySchemeEnum.values.indexOf(gap.scheme);
  return [rank, keyText(gap)];
}

function inOrder(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const [rank = 0, key = ''] = a;
  const [otherRank = 0, otherKey = ''] = b;
  if (rank !== otherRank) return rank < otherRank ? -1 : 1;
  return key === otherKey ? 0 : key < otherKey ? -1 : 1;
}
