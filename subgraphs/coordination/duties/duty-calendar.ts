import { LRUCache } from 'lru-cache';
import { addDays, isIsoDate, parseIsoDate, type IsoDate } from '../../../policies/iso-date.js';
import type { PolicyLibrary, ResolvedPolicy } from '../../../policies/resolve-policy.js';
import { createSchoolCalendar, type SchoolCalendar } from '../../../policies/school-calendar.js';
import { agenciesOwing } from './acting-bodies.js';
import {
  askedDuty,
  datedDuties,
  dutyOccurrences,
  occurrencesAt,
  type DatedDuty,
  type DutyOccurrence,
  type DutyRules,
} from './duty-occurrences.js';
import type { DutyPlace } from './duty-places.js';

/** Longer than any period with its deadline: what is due on a day began at most so long before. */
const LONGEST_DAYS = 430;

/** What tells one occurrence from every other. */
export type NamedDuty = Pick<DutyOccurrence, 'duty' | 'body' | 'agency' | 'place' | 'period'>;

/** The duties in force at each place, by the policies of one day. */
export interface DutyCalendar {
  /** Occurrences whose day lies between two days, both included. */
  between(places: readonly DutyPlace[], from: IsoDate, to: IsoDate): DutyOccurrence[];
  /** One occurrence; undefined when the policy in force at the place has no such duty of the body, or no such period. */
  find(named: NamedDuty): DutyOccurrence | undefined;
}

/** The day by which a list looks for a duty: the due day; where it is not known, the first day of the period. */
export function dayOf({ dueOn, periodFrom }: Pick<DutyOccurrence, 'dueOn' | 'periodFrom'>): IsoDate {
  return dueOn ?? periodFrom;
}

export function createDutyCalendar(policies: PolicyLibrary, today: IsoDate): DutyCalendar {
  // A county has hundreds of villages, and few divisions for which a policy was made.
  const namedCodes = new Set(
    policies.files.flatMap(({ appliesTo }) =>
      Array.isArray(appliesTo) ? (appliesTo as readonly string[]) : [],
    ),
  );

  /** The smallest division around a place for which somebody made a policy, the county otherwise. */
  function policyArea({ divisionCode }: DutyPlace): string {
    const named = [12, 9]
      .map((digits) => divisionCode.slice(0, digits))
      .find((code) => code.length > COUNTY_DIGITS && namedCodes.has(code));
    return named ?? divisionCode.slice(0, COUNTY_DIGITS);
  }

  const rulesAt = (area: string) => rulesOf(policies.policyFor(area, today));

  return {
    between: (places, from, to) =>
      [...Map.groupBy(places, policyArea)].flatMap(([area, there]) =>
        occurrencesAt(rulesAt(area), datedBetween(rulesAt(area), from, to), there),
      ),
    find({ duty, body, agency, place, period }) {
      const rules = rulesAt(policyArea(place));
      const stated = rules.duties[duty];
      if (!stated?.value.by.includes(body) || !agenciesOwing(body).includes(agency)) return undefined;
      if ('upon' in stated.value.occurs || 'standing' in stated.value.occurs)
        return isIsoDate(period)
          ? {
              ...askedDuty(duty, stated, { body, agency, place }, rules),
              ...onDay(period),
            }
          : undefined;
      const year = Number(period.slice(0, 4));
      if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return undefined;
      const around = { from: parseIsoDate(`${year}-01-01`), to: parseIsoDate(`${year + 1}-12-31`) };
      return dutyOccurrences({ ...rules, duties: { [duty]: stated } }, [place], around).find(
        (each) => each.period === period && each.body === body && each.agency === agency,
      );
    },
  };
}

const COUNTY_DIGITS = 6;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** A duty upon an event, or a standing one: done on a day, and never due on one. */
function onDay(day: IsoDate) {
  return { period: day, periodFrom: day, opensOn: day, dueOn: null, unknownBecause: null };
}

/** Policies are remembered by their library; so is what is made of each. */
const rulesOfPolicy = new WeakMap<ResolvedPolicy, DutyRules>();

function rulesOf(policy: ResolvedPolicy): DutyRules {
  const known = rulesOfPolicy.get(policy);
  if (known) return known;
  const calendar: SchoolCalendar = createSchoolCalendar(policy);
  const { duties, focusGroups, leadingGroups, dutyDeadlines } = policy;
  const rules = { duties, focusGroups, leadingGroups, dutyDeadlines, calendar };
  rulesOfPolicy.set(policy, rules);
  return rules;
}

/** Work lists of one day ask for the same days; what else is asked for comes and goes. */
const REMEMBERED_SPANS = 16;
const spansOfRules = new WeakMap<DutyRules, LRUCache<string, readonly DatedDuty[]>>();

/** Duties with those periods alone whose day lies between two days: some milliseconds, for every officer the same. */
function datedBetween(rules: DutyRules, from: IsoDate, to: IsoDate): readonly DatedDuty[] {
  const spans = spansOfRules.get(rules) ?? new LRUCache({ max: REMEMBERED_SPANS });
  spansOfRules.set(rules, spans);
  const known = spans.get(`${from} ${to}`);
  if (known) return known;
  const dated = datedDuties(rules, { from: addDays(from, -LONGEST_DAYS), to }).flatMap((each) => {
    const periods = each.periods.filter((period) => from <= dayOf(period) && dayOf(period) <= to);
    return periods.length === 0 ? [] : [{ ...each, periods }];
  });
  spans.set(`${from} ${to}`, dated);
  return dated;
}
