import type { ServerResponse } from 'node:http';
import type { Answer } from './miniature.hub.js';

export const respond = (status: number, body: string) => (response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body);
};
export type Data = Record<string, unknown>;
/** Replaces every list of entities in an honest answer, under whatever alias it was asked for. */
export const withEntities = (change: (entities: unknown[]) => unknown) => (honest: Data) => ({
  data: Object.fromEntries(
    Object.entries(honest.data as Data).map(([key, list]) => [key, change(list as unknown[])]),
  ),
});

export const ONE =
  'query { student(id: "child-1") { id registerEntry { standing } schooling { grade } welfare { allowance } } }';
export const ALIASED = `query {
  a: student(id: "child-1") { s: schooling { g: grade } again: schooling { askedBy } w: welfare { allowance } }
  b: student(id: "child-2") { ...Picture }
}
fragment Picture on Student { schooling { grade } welfare { allowance } }`;
export const PAGE =
  'query { students(first: 3) { edges { node { id schooling { grade } welfare { allowance } } } } }';

export function at(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], data);
}

/** Exactly these fields are null, each with exactly one error of this code that names the agency. */
export function expectUnknown(
  answer: Answer,
  agency: string,
  code: string,
  paths: (string | number)[][],
): void {
  expect(answer.status).toBe(200);
  const told = answer.errors.map(({ path, extensions }) => ({
    path,
    code: extensions.code,
    agency: extensions.agency,
  }));
  expect(told).toHaveLength(paths.length);
  expect(told).toEqual(expect.arrayContaining(paths.map((path) => ({ path, code, agency }))));
  for (const path of paths) expect(at(answer.data, path)).toBeNull();
  expect(answer.text).not.toContain('CANARY');
  expect(answer.text).not.toContain('127.0.0.1');
}
