import { readFileSync } from 'node:fs';
import type { GraphqlAnswer, GraphqlError } from '../support/graphql-client.js';
import { seamFields, type Entry } from './entries.js';

/** What is asked of a child beside the picture; only some officers have the right to it. */
const AID =
  '  aidMatching {\n    register {\n      state\n    }\n    programmes {\n      programme\n      verdict\n    }\n  }\n}';

/** The picture of a child as the saved operation asks for it, and the rest that agencies say of it. */
export const PICTURE = readFileSync('schema/operations/SupportPicture.graphql', 'utf8')
  .slice(readFileSync('schema/operations/SupportPicture.graphql', 'utf8').indexOf('fragment'))
  .replace('fragment SupportPictureOfStudent', 'fragment Picture')
  .replace(/\}\s*$/, AID);

/** Whether an answer shows a child's picture at all; an entry that meets nobody would prove nothing. */
export const showsChild = (answer: Json | undefined) =>
  JSON.stringify(answer ?? null).includes('"formerIds":');

export type Json = null | string | number | boolean | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

/** Answers that are not what the seam promises, in words; empty when all is well. */
export function brokenPromises(
  entry: Entry,
  down: string,
  answer: GraphqlAnswer<Json>,
  healthy: Json | undefined,
): string[] {
  if (healthy === undefined) return ['it was never asked while all was well'];
  if (answer.status !== 200) return [`HTTP ${answer.status}`];
  const problems: string[] = [];
  const expected = new Set<string>();
  if (entry.agency === down) {
    const root = (answer.data as { [key: string]: Json } | null)?.[entry.root];
    if (root !== null)
      problems.push(`${entry.root} is ${JSON.stringify(root)?.slice(0, 60)} although its agency is down`);
    expected.add(entry.root);
  } else {
    compare([], answer.data, healthy, down, problems, expected);
  }
  problems.push(...wrongErrors(answer.errors, expected, down));
  return problems;
}

function compare(
  path: Path,
  got: Json,
  healthy: Json,
  down: string,
  problems: string[],
  expected: Set<string>,
): void {
  if (Array.isArray(healthy)) {
    if (!Array.isArray(got) || got.length !== healthy.length) problems.push(`${path.join('.')} lost entries`);
    else
      healthy.forEach((item, index) =>
        compare([...path, index], got[index] ?? null, item, down, problems, expected),
      );
    return;
  }
  if (healthy === null || typeof healthy !== 'object') {
    if (got !== healthy)
      problems.push(`${path.join('.')} is ${JSON.stringify(got)} instead of ${JSON.stringify(healthy)}`);
    return;
  }
  if (got === null || typeof got !== 'object' || Array.isArray(got)) {
    problems.push(`${path.join('.')} is lost`);
    return;
  }
  const isStudent = 'registerEntry' in healthy;
  for (const [name, value] of Object.entries(healthy)) {
    const fieldPath = [...path, name];
    if (isStudent && seamFields.get(name) === down) {
      if (got[name] !== null)
        problems.push(`${fieldPath.join('.')} is ${JSON.stringify(got[name])} although ${down} is down`);
      expected.add(fieldPath.join('.'));
    } else {
      compare(fieldPath, got[name] ?? null, value, down, problems, expected);
    }
  }
}

function wrongErrors(errors: readonly GraphqlError[], expected: ReadonlySet<string>, down: string): string[] {
  const paths = errors.map(({ path }) => path?.join('.') ?? '(no path)');
  return [
    ...[...expected].filter((path) => !paths.includes(path)).map((path) => `${path} has no error`),
    ...paths
      .filter((path) => !expected.has(path))
      .map((path) => `${path} has an error that it should not have`),
    ...paths
      .filter((path, index) => paths.indexOf(path) !== index)
      .map((path) => `${path} has more than one error`),
    ...errors
      .filter(
        ({ extensions }) =>
          extensions.code !== 'AGENCY_UNAVAILABLE' || extensions.agency !== down || !extensions.requestId,
      )
      .map(({ path, extensions }) => `${path?.join('.')} says ${JSON.stringify(extensions)}`),
    ...errors
      .filter(({ message }) => /secret|maintenance|127\.0\.0\.1/.test(message))
      .map(() => 'an error tells of the inside'),
  ];
}
