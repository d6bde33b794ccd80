import type { ResponsibilityAssignment } from './responsibility-assignment.entity.js';
import {
  ResponsibilityLevelEnum,
  type ResponsibilityLevel,
  type ResponsibilityLine,
} from './responsibility.enums.js';
import { holdsOn } from './rule-context.js';

type Scope = { readonly kind: string; readonly code: string };

/** A place whose responsible persons answer for a child. */
export interface ResponsibilityTarget {
  readonly line: ResponsibilityLine;
  readonly level: ResponsibilityLevel;
  readonly kind: 'DIVISION' | 'SCHOOL' | 'CLASS';
  readonly code: string;
}

/** One link of the chain; a vacant one has nobody. */
export interface ResponsibilityLink extends ResponsibilityTarget {
  readonly scheme: string | null;
  readonly post: string | null;
  readonly personName: string | null;
  readonly isVacant: boolean;
}

/**
 * The places that answer for a child: the divisions of its residence (of its registration when it lives outside the
 * county), the education bureau, and its schools and classes. A case belongs to the town of residence
 * (昌市政办发〔2020〕16号 三（二）).
 */
export function responsibilityTargets(scopes: readonly Scope[]): ResponsibilityTarget[] {
  const codesOf = (kind: string) => scopes.filter((scope) => scope.kind === kind).map(({ code }) => code);
  const residences = codesOf('RESIDENCE');
  const villages = residences.length > 0 ? residences : codesOf('REGISTERED');
  const targets = [
    ...villages.flatMap((village): ResponsibilityTarget[] => [
      { line: 'GOVERNMENT', level: 'COUNTY', kind: 'DIVISION', code: `${village.slice(0, 6)}000000` },
      { line: 'GOVERNMENT', level: 'TOWNSHIP', kind: 'DIVISION', code: `${village.slice(0, 9)}000` },
      { line: 'GOVERNMENT', level: 'VILLAGE', kind: 'DIVISION', code: village },
      { line: 'EDUCATION', level: 'BUREAU', kind: 'DIVISION', code: `${village.slice(0, 6)}000000` },
    ]),
    ...codesOf('SCHOOL').map((code): ResponsibilityTarget => ({
      line: 'EDUCATION',
      level: 'SCHOOL',
      kind: 'SCHOOL',
      code,
    })),
    ...codesOf('CLASS').map((code): ResponsibilityTarget => ({
      line: 'EDUCATION',
      level: 'CLASS',
      kind: 'CLASS',
      code,
    })),
  ];
  return [...new Map(targets.map((target) => [`${target.level} ${target.code}`, target])).values()];
}

/**
 * Who answers for a child on a day, by line and from the top down. A place for which nobody is named gives a vacant
 * link: a missing pledge is a finding, not a gap in the answer.
 */
export function responsibilityOf(
  scopes: readonly Scope[],
  assignments: readonly ResponsibilityAssignment[],
  today: string,
): ResponsibilityLink[] {
  return responsibilityTargets(scopes)
    .flatMap((target): ResponsibilityLink[] => {
      const held = assignments.filter(
        (assignment) =>
          assignment.targetKind === target.kind &&
          assignment.targetCode === target.code &&
          assignment.level === target.level &&
          holdsOn(today, assignment.validFrom, assignment.validTo ?? null),
      );
      if (held.length === 0)
        return [{ ...target, scheme: null, post: null, personName: null, isVacant: true }];
      return held.map(({ scheme, post, personName }) => ({
        ...target,
        scheme,
        post,
        personName: personName ?? null,
        isVacant: personName == null,
      }));
    })
    .toSorted((a, b) => rank(a) - rank(b) || (a.code < b.code ? -1 : 1));
}

/** The enum lists the government line first, each line from the top down. */
function rank({ level }: ResponsibilityTarget): number {
  return ResponsibilityLevelEnum.values.indexOf(level);
}
