import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { academicYearOf } from '../../../policies/school-calendar.js';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../../_kit/schema/connection.js';
import { selectRows } from '../../_kit/select-rows.js';
import { PLACE_LEVELS, type DutyPlace } from '../duties/duty-places.js';
import { placesWithinReach } from '../duties/duty-reach.js';
import { idOfPledge, pledgeLinksAt, type PledgeLink } from './pledge-links.js';
import { ResponsibilityPledgeEntity, type ResponsibilityPledge } from './pledge.entity.js';
import type { ResponsibilityPledgeFilter, ResponsibilityPledgeType } from './pledge.type.js';

/** Every pledge that the policies in force ask for at places within reach, from the top down. */
export async function listPledges(
  context: LoaderContext,
  { division, school, state, academicYear }: ResponsibilityPledgeFilter,
  page: PageArgs,
): Promise<Connection<ResponsibilityPledgeType>> {
  const year = yearOf(academicYear ?? null, context.today);
  const { limit, after } = pageRequest(page, ['integer', 'text']);
  const places = await placesWithinReach(context, { division: division ?? null, school: school ?? null });
  const recorded = await recordedIn(context, year);
  const pledges = places
    .flatMap((place) => linksOf(context, place, year))
    .map((link) => shownPledge(link, recorded.get(idOfPledge(link))))
    .filter((pledge) => state == null || pledge.state === state)
    .toSorted((a, b) => inOrder(keyOf(a), keyOf(b)));
  const rest = after ? pledges.filter((pledge) => inOrder(keyOf(pledge), after) > 0) : pledges;
  return connectionOf(rest, limit, keyOf, pledges.length);
}

export function linksOf({ policies, today }: LoaderContext, place: DutyPlace, year: number): PledgeLink[] {
  return pledgeLinksAt(place, policies.policyFor(place.divisionCode, parseIsoDate(today)), year);
}

export function shownPledge(
  pledge: PledgeLink,
  recorded: Pick<ResponsibilityPledge, 'signedOn' | 'documentNumber' | 'version'> | undefined,
): ResponsibilityPledgeType {
  return {
    ...pledge,
    id: idOfPledge(pledge),
    state: recorded?.signedOn == null ? 'UNSIGNED' : 'SIGNED',
    signedOn: recorded?.signedOn ?? null,
    documentNumber: recorded?.documentNumber ?? null,
    version: recorded?.signedOn == null ? null : recorded.version,
  };
}

async function recordedIn({ em }: LoaderContext, year: number) {
  const rows: ResponsibilityPledge[] = await selectRows(em, ResponsibilityPledgeEntity)
    .where(sql<boolean>`academic_year = ${year}`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

function yearOf(asked: number | null, today: string): number {
  const present = academicYearOf(parseIsoDate(today));
  if (asked !== null && (asked < 2000 || asked > present + 1))
    throw new HubError('BAD_USER_INPUT', `"academicYear" must be between 2000 and ${present + 1}.`);
  return asked ?? present;
}

function keyOf({ place, id }: ResponsibilityPledgeType): readonly [number, string] {
  return [PLACE_LEVELS.indexOf(place.kind), id];
}

function inOrder(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const [level = 0, id = ''] = a;
  const [otherLevel = 0, otherId = ''] = b;
  if (level !== otherLevel) return level < otherLevel ? -1 : 1;
  return id === otherId ? 0 : id < otherId ? -1 : 1;
}
