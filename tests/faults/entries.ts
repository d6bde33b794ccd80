import type { FieldDefinitionNode } from 'graphql';
import { cursorOf } from '../../subgraphs/_kit/schema/connection.js';
import {
  agencyOf,
  fieldsOf,
  hasPages,
  isObject,
  namedType,
  requiredArguments,
  typeNames,
} from './supergraph.js';

/** A way from a root field to children: what is asked, and the root field whose agency answers it. */
export interface Entry {
  /** The edge that it walks, such as `HouseholdMember.student`. */
  readonly edge: string;
  readonly root: string;
  readonly agency: string;
  /** `…Picture` is spread on the child. */
  readonly selection: string;
}

/** Fields of `Student` with the agency that adds them, read from the supergraph itself. */
export const seamFields: ReadonlyMap<string, string> = new Map(
  fieldsOf('Student').flatMap((field) => {
    const agency = agencyOf(field);
    return agency ? [[field.name.value, agency] as const] : [];
  }),
);

/** What a caller knows beforehand. */
export interface KnownKeys {
  readonly studentId: string;
  readonly schoolCode: string;
  readonly householdId: string;
  readonly countyCode: string;
  readonly person: { readonly name: string; readonly residentIdNumber: string };
}

/** The entries that are tried with every change; all others in the proof. */
export const FIRST_TRIED = [
  'Query.student',
  'StudentConnection.nodes',
  'StudentStatusRecord.student',
  'HouseholdMember.student',
];

interface Step {
  readonly typeName: string;
  readonly path: readonly FieldDefinitionNode[];
}

/**
 * Every edge of the supergraph that leads to a child, each by the shortest way from a root field. What an agency's own
 * records hold is reached without a child where that is possible, so that the edge itself is the seam.
 */
export function everyEntry(keys: KnownKeys): readonly Entry[] {
  const known: Readonly<Record<string, string>> = {
    student: `(id: "${keys.studentId}")`,
    school: `(code: "${keys.schoolCode}")`,
    household: `(id: "${keys.householdId}")`,
    ledger: `(scope: COUNTY, code: "${keys.countyCode}")`,
    // Without a cursor the feed says only where it stands.
    caseworkChanges: `(first: 3, after: "${cursorOf([0, '', ''])}")`,
    findStudent: `(input: { name: "${keys.person.name}", residentIdNumber: "${keys.person.residentIdNumber}" })`,
  };
  const found = new Map<string, Step['path']>();
  for (const mayPassChildren of [false, true]) {
    const seen = new Set<string>();
    const queue: Step[] = [{ typeName: 'Query', path: [] }];
    for (let step = queue.shift(); step; step = queue.shift()) {
      for (const field of fieldsOf(step.typeName)) {
        if (isWorkOfOthers(field.name.value)) continue;
        if (requiredArguments(field).length > 0 && !(step.path.length === 0 && field.name.value in known))
          continue;
        const target = namedType(field.type);
        const edge = `${step.typeName}.${field.name.value}`;
        const path = [...step.path, field];
        if (target === 'Student' && !found.has(edge)) found.set(edge, path);
        if (!isObject(target) || seen.has(target) || (target === 'Student' && !mayPassChildren)) continue;
        seen.add(target);
        queue.push({ typeName: target, path });
      }
    }
  }
  return [...found].map(([edge, path]) => entryOf(edge, path, known));
}

/** Whoever walks is of the leading group's office: what other agencies' officers have to do is none of its work. */
function isWorkOfOthers(root: string): boolean {
  return root.startsWith('workAt') && root !== 'workAtCoordination';
}

function entryOf(edge: string, path: Step['path'], known: Readonly<Record<string, string>>): Entry {
  const selection = path.reduceRight((below, field, index) => {
    const page = hasPages(field) ? '(first: 3)' : '';
    const name = field.name.value;
    const isChildOnTheWay = namedType(field.type) === 'Student' && index < path.length - 1;
    const beside = isChildOnTheWay ? 'registerEntry { name }' : '';
    return `{ ${name}${index === 0 ? (known[name] ?? page) : page} ${below.replace('{', `{ ${beside}`)} }`;
  }, '{ ...Picture }');
  const [root] = path;
  if (!root) throw new Error(`${edge} has no root field.`);
  return { edge, root: root.name.value, agency: agencyOf(root) ?? '', selection };
}

/** Types that open for the purpose AUDIT alone, under which nobody sees a picture: "who looked at a child" walks them. */
const FOR_AUDITORS = ['AccessLog', 'IncidentSubject'];

/** Edges to a child that no entry walks, though somebody who sees pictures could. */
export function unwalked(entries: readonly Entry[]): string[] {
  const walked = new Set(entries.map(({ edge }) => edge));
  return typeNames
    .filter((typeName) => !FOR_AUDITORS.includes(typeName))
    .flatMap((typeName) =>
      fieldsOf(typeName)
        .filter(({ type }) => namedType(type) === 'Student')
        .map(({ name }) => `${typeName}.${name.value}`),
    )
    .filter((edge) => !walked.has(edge));
}
