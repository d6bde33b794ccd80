import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, parse } from 'yaml';
import { parsePolicies, policyDirectory, type YamlFile } from '../../policies/load-policies.js';
import { PolicyError } from '../../policies/policy-error.js';

/** Where to change a file, and to what; `undefined` removes. */
export type Change = readonly [path: string, value: unknown];

/** One of the project's own files, with changes. The path's parts are divided by slashes. */
export function projectFile(name: string, ...changes: readonly Change[]): YamlFile {
  const document = new Document(parse(readFileSync(join(policyDirectory(), name), 'utf8')));
  for (const [path, value] of changes) {
    const parts = path.split('/');
    if (value === undefined) document.deleteIn(parts);
    else document.setIn(parts, value);
  }
  return { name, text: document.toString() };
}

export function nationalFile(...changes: readonly Change[]): YamlFile {
  return projectFile('national-2024.yaml', ...changes);
}

/** What a made-up local policy says; by default it holds in the county 520625 since 2025-01-01. */
export interface LocalPolicy {
  readonly name?: string;
  readonly appliesTo?: unknown;
  readonly validFrom?: string;
  readonly validTo?: string | null;
  readonly issuedOn?: string;
  readonly values: unknown;
}

export const LOCAL_SOURCE = { document: '试政办发〔2025〕1号', clause: '三（一）' } as const;

export function localFile(policy: LocalPolicy): YamlFile {
  const { name = 'local.yaml', appliesTo = ['520625'], validFrom = '2025-01-01', validTo = null } = policy;
  const document = {
    number: LOCAL_SOURCE.document,
    title: '试验方案',
    titleEn: 'Trial plan',
    issuer: '试验县人民政府办公室',
    issuedOn: policy.issuedOn ?? '2025-01-01',
  };
  return {
    name,
    text: new Document({ document, appliesTo, validFrom, validTo, values: policy.values }).toString(),
  };
}

/** The lines of the error that files cause; fails when they are accepted. */
export function problemsOf(...files: readonly YamlFile[]): string[] {
  try {
    parsePolicies(files);
  } catch (error) {
    if (error instanceof PolicyError) return error.message.split('\n');
    throw error;
  }
  throw new Error('The files were accepted.');
}
