import type { ResolvedPolicy } from '../resolve-policy.js';
import type { PolicyProblem } from '../policy-error.js';

/** A value that speaks of another one; the file is added by the caller. */
export interface Reference extends Omit<PolicyProblem, 'file'> {
  readonly mend: string;
}

/** What the values in force of one division demand of each other. Of two that clash both are named, whoever states them. */
export function findBrokenReferences(policy: ResolvedPolicy): Reference[] {
  return [
    ...unknownGroups(policy),
    ...unknownProgrammes(policy),
    ...uncheckedSources(policy),
    ...sharedRanks(policy),
    ...holdsWithoutSwitch(policy),
    ...miscountedMembers(policy),
    ...doubleTargets(policy),
    ...overlappingTerms(policy),
  ];
}

function unknownGroups({ focusGroups, duties, supportPlans, aid, aidPriority }: ResolvedPolicy): Reference[] {
  const named: [path: string, groups: readonly string[]][] = [
    ...Object.entries(duties).map(([key, entry]): [string, readonly string[]] => [
      `values.duties.${key}.value.groups`,
      entry?.value.groups ?? [],
    ]),
    ...Object.entries(supportPlans).map(([key, entry]): [string, readonly string[]] => [
      `values.supportPlans.${key}.value.mandatoryFor`,
      entry?.value.mandatoryFor ?? [],
    ]),
    ...Object.entries(aid).map(([key, entry]): [string, readonly string[]] => [
      `values.aid.${key}.value.eligibleGroups`,
      entry?.value.eligibleGroups ?? [],
    ]),
    ['values.aidPriority.groups.value', aidPriority.groups?.value ?? []],
    ['values.aidPriority.schoolingAndBoarding.value', aidPriority.schoolingAndBoarding?.value ?? []],
  ];
  return named.flatMap(([path, groups]) =>
    groups
      .filter((group) => !(group in focusGroups))
      .map((group) => ({
        path,
        problem: `speaks of the group ${group}, which no policy in force puts under watch`,
        mend: `Add ${group} to focusGroups with its owner and the clause that names it, or take it off the list.`,
      })),
  );
}

function unknownProgrammes({ aid }: ResolvedPolicy): Reference[] {
  return Object.entries(aid).flatMap(([key, entry]) =>
    (entry?.value.includes ?? [])
      .filter((included) => !aid[included])
      .map((included) => ({
        path: `values.aid.${key}.value.includes`,
        problem: `speaks of the programme ${included}, which no policy in force has`,
        mend: `Add ${included} to aid with the clause that names it, or take it off the list.`,
      })),
  );
}

function uncheckedSources({ comparisons, checks, ledgerKinds }: ResolvedPolicy): Reference[] {
  return Object.entries(comparisons).flatMap(([key, entry]) =>
    [entry?.value.left, entry?.value.right]
      .filter((source) => source !== undefined)
      .filter((source) => (source === 'DROPOUT_LEDGER' ? !ledgerKinds.DROPOUTS : !checks[source]))
      .map((source) => ({
        path: `values.comparisons.${key}.value`,
        problem: `compares ${source}, which is not among the sources that are checked`,
        mend:
          source === 'DROPOUT_LEDGER'
            ? 'Add DROPOUTS to ledgerKinds.'
            : `Add ${source} to checks with the agency that keeps it.`,
      })),
  );
}

function sharedRanks({ escalation }: ResolvedPolicy): Reference[] {
  const steps = Object.entries(escalation).map(([key, entry]) => ({ key, order: entry?.value.order }));
  return steps.flatMap(({ key, order }) =>
    steps
      .filter((other) => other.key !== key && other.order === order)
      .map((other) => ({
        path: `values.escalation.${key}.value.order`,
        problem: `${key} and ${other.key} are both step ${order} of the ladder`,
        mend: 'Give each step of the ladder a number of its own, in the order in which they are taken.',
      })),
  );
}

function holdsWithoutSwitch({ administrativeHolds: { advisoryQuery, items } }: ResolvedPolicy): Reference[] {
  if (advisoryQuery.value === items.value.length > 0) return [];
  return [
    {
      path: `values.administrativeHolds.${advisoryQuery.value ? 'advisoryQuery' : 'items'}.value`,
      problem: advisoryQuery.value
        ? '四不办理 may be asked about, but no item is named'
        : 'items are named, but 四不办理 is switched off',
      mend: 'State advisoryQuery and items together: the switch, and what it opens.',
    },
  ];
}

function miscountedMembers({ leadingGroups }: ResolvedPolicy): Reference[] {
  return Object.entries(leadingGroups).flatMap(([key, entry]) => {
    const { members = null, memberKinds = [] } = entry?.value ?? {};
    const sum = memberKinds.reduce((total, { number }) => total + number, 0);
    if (members === null || memberKinds.length === 0 || sum === members) return [];
    return {
      path: `values.leadingGroups.${key}.value.memberKinds`,
      problem: `the kinds add up to ${sum}, not to the ${members} members`,
      mend: 'Count the members in the document again.',
    };
  });
}

function doubleTargets({ targets }: ResolvedPolicy): Reference[] {
  const figures = Object.entries(targets).map(([key, entry]) => {
    const { indicator, stage, disability, reason, ages } = entry?.value ?? {};
    return { key, figure: [indicator, stage, disability, reason, ages?.from, ages?.to].join(' ') };
  });
  return figures.flatMap(({ key, figure }) =>
    figures
      .filter((other) => other.key !== key && other.figure === figure)
      .map((other) => ({
        path: `values.targets.${key}.value`,
        problem: `sets a target for the same figure as ${other.key}`,
        mend: `Use the name ${other.key}: a local target replaces that of the same name.`,
      })),
  );
}

function overlappingTerms({ terms }: ResolvedPolicy): Reference[] {
  const inOrder = Object.entries(terms)
    .flatMap(([key, entry]) => (entry ? [{ key, ...entry.value }] : []))
    .toSorted((a, b) => a.start.localeCompare(b.start));
  return inOrder.flatMap(({ key, start }, index) => {
    const before = inOrder[index - 1];
    if (!before || before.end < start) return [];
    return {
      path: `values.terms.${key}.value.start`,
      problem: `begins before ${before.key} has ended (${before.end})`,
      mend: 'Put the terms into order; no two may share a day.',
    };
  });
}
