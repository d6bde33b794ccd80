import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { DIGITS_AT_LEVEL, type Divisions } from '../../county/frame/divisions.js';
import type { IsoDate } from '../../policies/iso-date.js';
import {
  parsePolicies,
  PURPOSES_FILE,
  readPolicyFolder,
  type YamlFile,
} from '../../policies/load-policies.js';
import { PolicyError } from '../../policies/policy-error.js';
import { parsePurposes } from '../../policies/purposes.js';
import { checkPolicies } from '../../policies/check/check-policies.js';
import { mended, type PolicyFinding } from '../../policies/check/policy-finding.js';
import { valuesInForce } from '../../policies/values-in-force.js';
import { CommandError } from '../commands/command-error.js';
import { printedFindings } from './printed-findings.js';
import { printedTable } from './printed-table.js';

export interface PolicyCheck {
  /** Files to check beside the folder's; one of the same name takes the place of the folder's. */
  readonly given: readonly string[];
  readonly folder: string;
  readonly divisions: Pick<Divisions, 'rows'>;
  /** Division whose values are printed, on a day; null for none. */
  readonly shown: { readonly division: string; readonly onDate: IsoDate } | null;
  readonly say: (line: string) => void;
}

/**
 * Checks the policy files and says what is wrong; with a division, prints the values in force there.
 * @returns whether nothing is wrong. @throws {CommandError} when a file can't be read or nobody has such a division
 */
export function checkPolicyFiles({ given, folder, divisions, shown, say }: PolicyCheck): boolean {
  const files = filesToCheck(folder, given);
  const isDivision = divisionTest(divisions);
  if (shown && !isDivision(shown.division))
    throw new CommandError(
      'UNKNOWN_NAME',
      `No division has the code ${shown.division}; cut it by level, as 520625.`,
    );
  const policies = files.filter(({ name }) => name !== PURPOSES_FILE);
  const findings = [...checkPolicies(policies, isDivision), ...purposesFindings(files)];
  for (const line of printedFindings(findings, files.length)) say(line);
  if (findings.length > 0) return false;
  if (shown) {
    const policy = parsePolicies(policies).policyFor(shown.division, shown.onDate);
    say('');
    for (const line of printedTable(valuesInForce(policy))) say(line);
  }
  return true;
}

function filesToCheck(folder: string, given: readonly string[]): YamlFile[] {
  const read = given.map((path) => {
    if (!existsSync(path)) throw new CommandError('FILE_UNUSABLE', `There is no file ${path}.`);
    return { name: basename(path), text: readFileSync(path, 'utf8') };
  });
  const names = new Set(read.map(({ name }) => name));
  if (names.size < read.length)
    throw new CommandError('IMPOSSIBLE_VALUE', 'Two of the files have the same name.');
  return [...readPolicyFolder(folder).filter(({ name }) => !names.has(name)), ...read];
}

function divisionTest({ rows }: Pick<Divisions, 'rows'>): (code: string) => boolean {
  const codes = new Set(rows.map(({ code, level }) => code.slice(0, DIGITS_AT_LEVEL[level])));
  return (code) => codes.has(code);
}

function purposesFindings(files: readonly YamlFile[]): PolicyFinding[] {
  try {
    for (const file of files.filter(({ name }) => name === PURPOSES_FILE)) parsePurposes(file);
    return [];
  } catch (error) {
    if (error instanceof PolicyError) return error.problems.map(mended);
    throw error;
  }
}
