import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { readYaml } from './read-yaml.js';
import { PolicyError, type PolicyProblem } from './policy-error.js';
import { policyFileSchema, type LoadedPolicyFile } from './policy.schema.js';
import { createPolicyLibrary, type PolicyLibrary } from './resolve-policy.js';

export const PURPOSES_FILE = 'purposes.yaml';

/** A file as read, before anything is known about its content. */
export interface YamlFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The folder that holds the project's policy files, found from here upwards, so that it is the same for the
 * sources and for a compiled copy anywhere in the project.
 */
export function policyDirectory(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'policies');
    if (existsSync(join(candidate, PURPOSES_FILE))) return candidate;
  }
  throw new PolicyError([
    { file: PURPOSES_FILE, path: '', problem: 'no folder "policies" with this file was found' },
  ]);
}

/** Reads all YAML files of a folder, in the order of their names. The only input of this module. */
export function readPolicyFolder(directory: string): YamlFile[] {
  if (!existsSync(directory)) {
    throw new PolicyError([{ file: directory, path: '', problem: 'the policy folder does not exist' }]);
  }
  const names = readdirSync(directory).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => ({ name, text: readFileSync(join(directory, name), 'utf8') }));
}

function inWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return `unknown name ${issue.keys.map((key) => `"${key}"`).join(', ')}; is it misspelt?`;
  }
  return issue.message.replace(/^Invalid (input|option): /, '');
}

/** Parses one YAML file and holds it against a schema. Problems are added to the list; then there is no value. */
export function parseYamlFile<T>(
  file: YamlFile,
  schema: z.ZodType<T>,
  problems: PolicyProblem[],
): T | undefined {
  const { value, errors } = readYaml(file.text);
  if (errors.length > 0) {
    for (const error of errors)
      problems.push({ file: file.name, path: '', problem: `is not valid YAML: ${error}` });
    return undefined;
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    problems.push({ file: file.name, path: issue.path.map(String).join('.'), problem: inWords(issue) });
  }
  return undefined;
}

/** Parses policy files one by one: those that hold to the schema, and every problem of those that don't. */
export function parsePolicyFiles(files: readonly YamlFile[]): {
  readonly loaded: readonly LoadedPolicyFile[];
  readonly problems: readonly PolicyProblem[];
} {
  const problems: PolicyProblem[] = [];
  const loaded: LoadedPolicyFile[] = [];
  for (const file of files) {
    const parsed = parseYamlFile(file, policyFileSchema, problems);
    const version = `sha256:${createHash('sha256').update(file.text).digest('hex')}`;
    if (parsed) loaded.push({ ...parsed, file: file.name, version });
  }
  if (!loaded.some(({ appliesTo }) => appliesTo === 'NATIONAL') && problems.length === 0) {
    problems.push({
      file: 'policies',
      path: '',
      problem: 'there is no national policy, on which all others build',
    });
  }
  return { loaded, problems };
}

/** Builds the library from texts. Throws a PolicyError that names every problem of every file. */
export function parsePolicies(files: readonly YamlFile[]): PolicyLibrary {
  const { loaded, problems } = parsePolicyFiles(files);
  if (problems.length > 0) throw new PolicyError(problems);
  return createPolicyLibrary(loaded);
}

/**
 * Loads every policy file of a folder (the project's own by default), all or nothing. Throws a PolicyError with
 * file, place and words for each problem.
 */
export function loadPolicies(directory: string = policyDirectory()): PolicyLibrary {
  return parsePolicies(readPolicyFolder(directory).filter(({ name }) => name !== PURPOSES_FILE));
}
